/** The HTTP side of a service: is it alive, is it ready, what does it measure. */
@NullMarked
package org.vigia.runtime.http;

import org.jspecify.annotations.NullMarked;
