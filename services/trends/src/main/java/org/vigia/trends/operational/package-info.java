/**
 * Operational windows: hopping event-time windows over single days and instants, which close when their grace ends.
 * They serve detection, not statistics. Everything but {@link org.vigia.trends.operational.OperationalProcessor} is
 * plain Java without Kafka.
 */
@NullMarked
package org.vigia.trends.operational;

import org.jspecify.annotations.NullMarked;
