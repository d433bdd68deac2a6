/** How any service runs; no word of the domain stands here. */
@NullMarked
package org.vigia.runtime;

import org.jspecify.annotations.NullMarked;
