/**
 * Who may do what. A caller shows an API key or a signed token; both name a caller and its scopes, {@code ACTION:RESOURCE}.
 * Every call that is accepted or refused is written to the log {@code audit}.
 */
@NullMarked
package org.vigia.runtime.access;

import org.jspecify.annotations.NullMarked;
