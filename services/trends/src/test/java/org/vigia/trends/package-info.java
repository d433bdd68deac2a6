/** Tests of the trends application through its topology. */
@NullMarked
package org.vigia.trends;

import org.jspecify.annotations.NullMarked;
