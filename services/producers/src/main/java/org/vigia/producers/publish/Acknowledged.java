package org.vigia.producers.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** What Kafka has taken of a transaction. A failed send fails the commit, which reports it. */
final class Acknowledged implements Callback {

    /** By topic, then by partition. */
    private final Map<String, Map<Integer, Range>> ranges = new HashMap<>();

    private static final class Range {
        long first = Long.MAX_VALUE;
        long last = -1;
        long count;
    }

    @Override
    public synchronized void onCompletion(RecordMetadata metadata, @Nullable Exception error) {
        if (error != null) {
            return;
        }
        Range range = ranges.computeIfAbsent(metadata.topic(), topic -> new HashMap<>())
                .computeIfAbsent(metadata.partition(), partition -> new Range());
        range.first = Math.min(range.first, metadata.offset());
        range.last = Math.max(range.last, metadata.offset());
        range.count++;
    }

    synchronized void clear() {
        ranges.clear();
    }

    synchronized List<EventSink.Written> written() {
        List<EventSink.Written> written = new ArrayList<>();
        ranges.forEach((topic, partitions) -> partitions.forEach((partition, range) ->
                written.add(new EventSink.Written(topic, partition, range.first, range.last, range.count))));
        return written;
    }
}
