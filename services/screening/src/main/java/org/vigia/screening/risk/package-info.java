/** One score for an event from the alerts that stand about it, with its parts. */
@NullMarked
package org.vigia.screening.risk;

import org.jspecify.annotations.NullMarked;
