/** Bytes to rows: physical records, cells, headers. Knows files, and neither feeds nor Kafka. */
@NullMarked
package org.vigia.producers.table;

import org.jspecify.annotations.NullMarked;
