/** Avro in Confluent's wire format, for Kafka clients and Kafka Streams. */
@NullMarked
package org.vigia.schemas.serde;

import org.jspecify.annotations.NullMarked;
