/** Rows to seizures. */
@NullMarked
package org.vigia.producers.seizure;

import org.jspecify.annotations.NullMarked;
