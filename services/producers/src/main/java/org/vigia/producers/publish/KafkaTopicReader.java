package org.vigia.producers.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.schemas.registry.RegistryException;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topic;

/** Reads the committed records of a Kafka topic up to its end, without joining a group. */
public final class KafkaTopicReader<V extends SpecificRecord> implements TopicReader {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTopicReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    /** Longer than a transaction may stay open by default, which holds back what was committed behind it. */
    private static final Duration STALLED = Duration.ofSeconds(90);

    private final Topic<V> topic;
    private final Admin admin;
    private final Consumer<byte[], byte[]> consumer;
    private final Deserializer<V> values;

    /**
     * Connects to Kafka.
     *
     * @param properties bootstrap, registry and overrides of the producer's; the connection settings among them count
     */
    public KafkaTopicReader(Map<String, Object> properties, Topic<V> topic) throws IOException {
        this.topic = topic;
        values = new EventSerdes(properties).values(topic).deserializer();
        Map<String, Object> connection = new HashMap<>(properties);
        // Settings that producers share with consumers by name, but mean for themselves.
        connection.keySet().removeIf(key -> key.startsWith("interceptor.classes") || key.equals("client.id"));
        try {
            admin = Admin.create(connection);
            Map<String, Object> configuration = new HashMap<>(connection);
            configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
            consumer = new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw new IOException("Cannot connect to Kafka: " + e.getMessage(), e);
        }
    }

    @Override
    public String identity() throws IOException {
        return topic.name() + " " + description().topicId();
    }

    @Override
    public void read(Map<Integer, Long> from, Batch batch) throws IOException {
        try {
            Map<TopicPartition, Long> ends = ends();
            consumer.assign(ends.keySet());
            ends.keySet().forEach(partition -> seek(partition, from.get(partition.partition())));
            Map<Integer, Long> reached = from;
            long progressAt = System.nanoTime();
            while (!reached(ends)) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                Map<Integer, Long> next = moved(ends, reached);
                if (!next.isEmpty()) {
                    batch.accept(published(records, topic.name(), values), next);
                    reached = next;
                    progressAt = System.nanoTime();
                } else if (System.nanoTime() - progressAt > STALLED.toNanos()) {
                    throw new IOException("Topic " + topic.name() + " cannot be read to its end, because a producer"
                            + " left a transaction open. Try again once it has timed out.");
                }
            }
        } catch (KafkaException e) {
            throw new IOException("Cannot read topic " + topic.name() + ": " + e.getMessage(), e);
        }
    }

    private void seek(TopicPartition partition, @Nullable Long offset) {
        if (offset == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, offset);
        }
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private Map<Integer, Long> moved(Map<TopicPartition, Long> ends, Map<Integer, Long> from) {
        Map<Integer, Long> next = new HashMap<>();
        for (TopicPartition partition : ends.keySet()) {
            next.put(partition.partition(), consumer.position(partition));
        }
        return next.equals(from) ? Map.of() : next;
    }

    /**
     * Reads records. One that is no Avro record of a known schema is left out: it is no claim of ours. A registry that
     * refuses to answer says nothing of the record, and leaving it out would make a known claim look new.
     */
    static <V extends SpecificRecord> List<Published> published(
            ConsumerRecords<byte[], byte[]> records, String topic, Deserializer<V> values) throws IOException {
        List<Published> published = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.key() == null) {
                continue;
            }
            try {
                V value = values.deserialize(topic, record.value());
                published.add(new Published(new String(record.key(), StandardCharsets.UTF_8), value));
            } catch (SerializationException e) {
                // The applications put it among the dead letters.
                LOG.warn("Left out of the index: {}-{} at {}", topic, record.partition(), record.offset(), e);
            } catch (RegistryException e) {
                throw new IOException(
                        "The schema registry refused to name the schema of a record of topic " + topic + ": "
                                + e.getMessage() + ". Check the registry and its access settings, and load again.",
                        e);
            }
        }
        return published;
    }

    /** The end of every partition, open transactions included, so that nothing committed behind one is missed. */
    private Map<TopicPartition, Long> ends() throws IOException {
        Map<TopicPartition, OffsetSpec> latest = description().partitions().stream()
                .collect(Collectors.toMap(
                        info -> new TopicPartition(topic.name(), info.partition()), info -> OffsetSpec.latest()));
        return get(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private TopicDescription description() throws IOException {
        TopicDescription description =
                get(admin.describeTopics(List.of(topic.name())).allTopicNames()).get(topic.name());
        if (description == null) {
            throw new IOException("Kafka did not describe topic " + topic.name());
        }
        return description;
    }

    private <T> T get(KafkaFuture<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new IOException("Topic " + topic.name() + " does not exist. Create the topics first.", e);
            }
            throw new IOException("Cannot reach Kafka: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for Kafka", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ofSeconds(5));
        values.close();
    }
}
