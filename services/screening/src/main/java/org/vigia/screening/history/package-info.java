/**
 * Detectors that look at what was before and after: each a function from the slim history around an event to findings.
 * What a detector finds depends on the set of current claims and on its settings, never on the order in which they came.
 * No Kafka here.
 */
@NullMarked
package org.vigia.screening.history;

import org.jspecify.annotations.NullMarked;
