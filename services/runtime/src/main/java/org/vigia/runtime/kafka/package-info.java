/** What every Kafka client of a process shares. */
@NullMarked
package org.vigia.runtime.kafka;

import org.jspecify.annotations.NullMarked;
