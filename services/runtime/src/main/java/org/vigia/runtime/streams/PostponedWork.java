package org.vigia.runtime.streams;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.Value;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Work that a processor has put off until its input pauses, as the metric {@code postponed-work} of its task. Offsets are
 * committed before such work is done, so whoever waits for an application to be done with its input must ask for both.
 */
public final class PostponedWork implements AutoCloseable {

    private static final String NAME = "postponed-work";
    private static final String GROUP = "stream-vigia-metrics";

    private final StreamsMetrics metrics;
    private final Sensor sensor;

    /** Of a processor, until it is closed. */
    public PostponedWork(ProcessingContext context, String processor) {
        metrics = context.metrics();
        String task = context.taskId().toString();
        sensor = metrics.addSensor(NAME + "-" + processor + "-" + task, Sensor.RecordingLevel.INFO);
        sensor.add(
                new MetricName(
                        NAME,
                        GROUP,
                        "What is put off until the input pauses",
                        Map.of("processor", processor, "task-id", task)),
                new Value());
        sensor.record(0);
    }

    /** Says how much there is to be done. */
    public void set(int items) {
        sensor.record(items);
    }

    /** Whether anything is put off, by the metrics of an application. */
    static boolean isIn(Map<MetricName, ? extends Metric> metrics) {
        return metrics.values().stream()
                .anyMatch(metric -> metric.metricName().name().equals(NAME)
                        && metric.metricValue() instanceof Double items
                        && items > 0);
    }

    @Override
    public void close() {
        metrics.removeSensor(sensor);
    }
}
