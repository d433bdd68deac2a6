package org.vigia.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final TopicPartition PARTITION = new TopicPartition("kept", 0);

    @TempDir
    private Path directory;

    @Test
    void dataOffsetsAndClusterIdSurviveARestartOnAnotherPort() throws Exception {
        // given
        String clusterId;
        String firstAddress;
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            firstAddress = broker.bootstrapServers();
            clusterId = clusterId(broker);
            createTopic(broker);
            produce(broker, "first", "second", "third");
            commit(broker, 2);
        }

        // when
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, Ports.free())) {
            // then
            assertThat(broker.bootstrapServers()).isNotEqualTo(firstAddress);
            assertThat(clusterId(broker)).isEqualTo(clusterId);
            assertThat(readFromCommitted(broker)).containsExactly("third");
        }
    }

    @Test
    void recordsOfLongAgoAndOfTheFutureAreKept() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            createTopic(broker);
            try (Producer<String, String> producer = producer(broker)) {
                for (Instant time : List.of(Instant.EPOCH, Instant.now().plus(Duration.ofDays(4_000)))) {
                    producer.send(new ProducerRecord<>("kept", 0, time.toEpochMilli(), "k", time.toString()))
                            .get();
                }
            }
            assertThat(readFromCommitted(broker)).hasSize(2);
        }
    }

    @Test
    void aDirectoryInUseIsRefused() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            assertThat(broker.bootstrapServers()).isNotEmpty();
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedBroker.start(file, 0))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> EmbeddedBroker.start(file.resolve("below"), 0))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("may write to");
    }

    @Test
    void aTakenPortIsRefusedAndTheDirectoryIsFreeAgain() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, taken.getLocalPort()))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken");
        }
        DirectoryLock.acquire(directory).close();
    }

    private static String clusterId(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(properties(broker))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(properties(broker))) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void produce(EmbeddedBroker broker, String... values) throws Exception {
        try (Producer<String, String> producer = producer(broker)) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(PARTITION.topic(), value)).get();
            }
        }
    }

    private static void commit(EmbeddedBroker broker, long offset) {
        try (Consumer<String, String> consumer = consumer(broker)) {
            consumer.assign(List.of(PARTITION));
            consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(offset)));
        }
    }

    private static List<String> readFromCommitted(EmbeddedBroker broker) {
        List<String> values = new ArrayList<>();
        try (Consumer<String, String> consumer = consumer(broker)) {
            consumer.assign(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            Awaitility.await().pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
                return consumer.position(PARTITION) == end;
            });
        }
        return values;
    }

    private static Producer<String, String> producer(EmbeddedBroker broker) {
        return new KafkaProducer<>(properties(broker), new StringSerializer(), new StringSerializer());
    }

    private static Consumer<String, String> consumer(EmbeddedBroker broker) {
        Properties properties = properties(broker);
        properties.put("group.id", "readers");
        properties.put("auto.offset.reset", "earliest");
        properties.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }

    private static Properties properties(EmbeddedBroker broker) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", broker.bootstrapServers());
        return properties;
    }
}
