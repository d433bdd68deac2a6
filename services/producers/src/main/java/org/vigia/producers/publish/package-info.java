/** Claims to Kafka in transactions, and back from it. */
@NullMarked
package org.vigia.producers.publish;

import org.jspecify.annotations.NullMarked;
