/** Drug names as partners declare them, and the canonical name of each. */
@NullMarked
package org.vigia.producers.drug;

import org.jspecify.annotations.NullMarked;
