/** Tests hold the files against definitions computed anew, not against the code that wrote them. */
@NullMarked
package org.vigia.simulation;

import org.jspecify.annotations.NullMarked;
