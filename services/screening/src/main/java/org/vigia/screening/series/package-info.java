/**
 * Keeps the slim history of each series in a store and runs the detectors over it: from the version of an event to what
 * changes in each series, from there to findings, from the findings of an event to its alerts.
 */
@NullMarked
package org.vigia.screening.series;

import org.jspecify.annotations.NullMarked;
