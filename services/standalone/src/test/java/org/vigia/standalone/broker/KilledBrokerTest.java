package org.vigia.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.standalone.VigiaProcess;

/** A broker that is killed while it ends transactions: what it said was committed is there, whoever comes next. */
class KilledBrokerTest {

    private static final List<String> PRODUCERS =
            IntStream.range(0, 16).mapToObj(i -> "producer-" + i).toList();
    private static final List<TopicPartition> PARTITIONS =
            IntStream.range(0, 8).mapToObj(i -> new TopicPartition("kept", i)).toList();

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path directory;

    @Test
    void everyAcknowledgedTransactionIsReadAndEveryProducerGoesOn() throws Exception {
        killAmidTransactions();

        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            for (String id : PRODUCERS) {
                try (KafkaProducer<String, String> producer = producer(broker.bootstrapServers(), id)) {
                    producer.initTransactions();
                    commit(producer, id + " goes on");
                }
            }
            assertThatEverythingIsRead(broker);
        }
    }

    private void killAmidTransactions() throws Exception {
        try (VigiaProcess process = VigiaProcess.start(BrokerProcess.class, directory.toString())) {
            String address = process.awaitValue("broker");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
                admin.createTopics(List.of(new NewTopic("kept", PARTITIONS.size(), (short) 1)))
                        .all()
                        .get();
            }
            CountDownLatch busy = new CountDownLatch(PRODUCERS.size());
            List<Thread> threads = PRODUCERS.stream()
                    .map(id -> Thread.ofPlatform().daemon().start(() -> commitUntilInterrupted(address, id, busy)))
                    .toList();
            busy.await();
            process.kill();
            for (Thread thread : threads) {
                thread.interrupt();
                thread.join();
            }
        }
    }

    private void commitUntilInterrupted(String address, String id, CountDownLatch busy) {
        KafkaProducer<String, String> producer = producer(address, id);
        try {
            producer.initTransactions();
            for (int i = 0; ; i++) {
                commit(producer, id + " " + i);
                if (i == 20) {
                    busy.countDown();
                }
            }
        } catch (KafkaException killed) {
            closeNow(producer);
        }
    }

    /** The interruption may come only now, and Awaitility takes what escapes from a thread for a failure of its test. */
    private static void closeNow(KafkaProducer<String, String> producer) {
        try {
            producer.close(Duration.ZERO);
        } catch (InterruptException late) {
            assertThat(late).hasCauseInstanceOf(InterruptedException.class);
        }
    }

    private void commit(KafkaProducer<String, String> producer, String value) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        PARTITIONS.forEach(partition ->
                sent.add(producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), value, value))));
        producer.commitTransaction();
        assertThat(sent).allMatch(Future::isDone);
        acknowledged.add(value);
    }

    private void assertThatEverythingIsRead(EmbeddedBroker broker) {
        Set<String> expected = new HashSet<>();
        PARTITIONS.forEach(partition -> acknowledged.forEach(value -> expected.add(partition + " " + value)));
        Set<String> read = new HashSet<>();
        try (KafkaConsumer<String, String> consumer = consumer(broker.bootstrapServers())) {
            consumer.assign(PARTITIONS);
            Awaitility.await().atMost(30, TimeUnit.SECONDS).pollInSameThread().untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> read.add(record.topic() + "-" + record.partition() + " " + record.value()));
                assertThat(read).containsAll(expected);
            });
        }
    }

    private static KafkaConsumer<String, String> consumer(String address) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        address,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static KafkaProducer<String, String> producer(String address, String id) {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address, ProducerConfig.TRANSACTIONAL_ID_CONFIG, id),
                new StringSerializer(),
                new StringSerializer());
    }
}
