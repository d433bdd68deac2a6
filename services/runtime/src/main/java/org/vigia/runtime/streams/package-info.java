/** How a Kafka Streams application runs: configuration, start, failure, bounded stop. */
@NullMarked
package org.vigia.runtime.streams;

import org.jspecify.annotations.NullMarked;
