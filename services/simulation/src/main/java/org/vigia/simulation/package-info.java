/** Partner files with planted cases, for trying Vigía and for measuring its detectors. */
@NullMarked
package org.vigia.simulation;

import org.jspecify.annotations.NullMarked;
