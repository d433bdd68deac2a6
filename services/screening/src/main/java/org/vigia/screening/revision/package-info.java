/** The life of an alert as its subject is corrected: raised, revised, withdrawn. No Kafka here. */
@NullMarked
package org.vigia.screening.revision;

import org.jspecify.annotations.NullMarked;
