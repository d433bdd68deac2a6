package org.vigia.standalone.results;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.schemas.topics.Topic;

/** Reads a topic from the beginning, or from a mark, to the end that it has now; committed records only. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STILL_LIMIT = Duration.ofMinutes(2);

    private final Cluster cluster;

    public TopicReader(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Ends of a topic's partitions, to read from later. */
    public record Mark(Map<TopicPartition, Long> offsets) {}

    /** The end of a topic as it is now. */
    public Mark end(Topic<?> topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(new ByteArrayDeserializer())) {
            return new Mark(consumer.endOffsets(partitions(consumer, topic.name())));
        }
    }

    /** The last value of every key, by key. */
    public <V extends SpecificRecord> SortedMap<String, V> latest(Topic<V> topic) {
        SortedMap<String, V> latest = new TreeMap<>();
        read(topic.name(), values(topic), new Mark(Map.of()), r -> {
            if (r.value() == null) {
                latest.remove(r.key());
            } else {
                latest.put(r.key(), r.value());
            }
        });
        return latest;
    }

    /** All values from a mark on, in the order of each partition. */
    public <V extends SpecificRecord> List<V> since(Topic<V> topic, Mark mark) {
        List<V> values = new ArrayList<>();
        read(topic.name(), values(topic), mark, r -> values.add(r.value()));
        return values;
    }

    /** How many records a topic holds, whatever their bytes; control records do not count. */
    public long count(String topic) {
        AtomicLong count = new AtomicLong();
        read(topic, new ByteArrayDeserializer(), new Mark(Map.of()), r -> count.incrementAndGet());
        return count.get();
    }

    private <V> void read(String topic, Deserializer<V> values, Mark from, Consumer<ConsumerRecord<String, V>> each) {
        try (KafkaConsumer<String, V> consumer = consumer(values)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            from.offsets().forEach(consumer::seek);
            Map<TopicPartition, Long> left = ends(partitions);
            left.entrySet().removeIf(e -> consumer.position(e.getKey()) >= e.getValue());
            long lastMove = System.nanoTime();
            while (!left.isEmpty()) {
                ConsumerRecords<String, V> records = consumer.poll(POLL);
                records.forEach(each);
                boolean moved = left.entrySet().removeIf(e -> consumer.position(e.getKey()) >= e.getValue());
                if (moved || !records.isEmpty()) {
                    lastMove = System.nanoTime();
                } else if (System.nanoTime() - lastMove > STILL_LIMIT.toNanos()) {
                    throw new IllegalStateException("Cannot read " + topic + " to its end: nothing came for "
                            + STILL_LIMIT.toSeconds() + " s. Another process may hold a transaction open");
                }
            }
        }
    }

    /** Ends of the log: a committed transaction whose markers are still being written counts. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        Map<String, Object> properties = cluster.clientProperties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return new HashMap<>(consumer.endOffsets(partitions));
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
    }

    private <V extends SpecificRecord> Deserializer<V> values(Topic<V> topic) {
        return cluster.serdes().values(topic).deserializer();
    }

    private <V> KafkaConsumer<String, V> consumer(Deserializer<V> values) {
        Map<String, Object> properties = cluster.clientProperties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
        return new KafkaConsumer<>(properties, new StringDeserializer(), values);
    }
}
