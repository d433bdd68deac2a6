/** How a declared text names a substance: CAS numbers, normalised names, separated phrases. No Kafka here. */
@NullMarked
package org.vigia.screening.identity;

import org.jspecify.annotations.NullMarked;
