/** Cases that the detectors must find, one class for each kind of alert. */
@NullMarked
package org.vigia.simulation.planted;

import org.jspecify.annotations.NullMarked;
