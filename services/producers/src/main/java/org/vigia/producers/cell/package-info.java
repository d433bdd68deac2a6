/** Text of a cell to a value: numbers, dates, units, codes. Refuses rather than guesses. */
@NullMarked
package org.vigia.producers.cell;

import org.jspecify.annotations.NullMarked;
