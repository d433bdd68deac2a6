package org.vigia.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The measure of what the broker takes: a producer that does nothing but send, with the settings of the feed loader. */
final class PlainProducer {

    private final Map<String, Object> properties;
    private final String topic;

    /** @param clients bootstrap servers and the like */
    PlainProducer(Map<String, Object> clients, String topic) {
        properties = new HashMap<>(clients);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
        this.topic = topic;
    }

    /** Sends the lines of a file as they are. */
    void sendLines(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file);
                Producer<byte[], byte[]> producer = producer()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var unused = producer.send(new ProducerRecord<>(topic, line.getBytes(StandardCharsets.UTF_8)));
            }
            producer.flush();
        }
    }

    /** Sends records that lie ready in memory. */
    void send(List<ProducerRecord<byte[], byte[]>> records) {
        try (Producer<byte[], byte[]> producer = producer()) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                var unused = producer.send(record);
            }
            producer.flush();
        }
    }

    private Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The last records of a topic, ready to be sent to this one's. */
    List<ProducerRecord<byte[], byte[]>> last(String source, long number) {
        Map<String, Object> reading = new HashMap<>(properties);
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(source).stream()
                    .map(partition -> new TopicPartition(source, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> records.add(new ProducerRecord<>(topic, record.key(), record.value())));
                if (records.size() > 2 * number) {
                    records.subList(0, (int) (records.size() - number)).clear();
                }
            }
        }
        return records.subList((int) Math.max(0, records.size() - number), records.size());
    }
}
