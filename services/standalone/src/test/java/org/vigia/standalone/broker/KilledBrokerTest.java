package org.vigia.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.standalone.VigiaProcess;

/** A broker that is killed while it ends transactions: the next one ends them, wherever it listens. */
class KilledBrokerTest {

    private static final List<String> PRODUCERS =
            IntStream.range(0, 16).mapToObj(i -> "producer-" + i).toList();

    @TempDir
    private Path directory;

    @Test
    void comesBackOnItsPort() throws Exception {
        String killed = killAmidTransactions();

        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            assertThat(broker.bootstrapServers()).isEqualTo(killed);
            assertThatEveryProducerGoesOn(broker);
        }
    }

    @Test
    void endsWhatWasPendingOnAnotherPortToo() throws Exception {
        String killed = killAmidTransactions();

        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, Ports.free())) {
            assertThat(broker.bootstrapServers()).isNotEqualTo(killed);
            awaitNothingPending(broker);
            assertThatEveryProducerGoesOn(broker);
        }
    }

    private String killAmidTransactions() throws Exception {
        try (VigiaProcess process = VigiaProcess.start(BrokerProcess.class, directory.toString())) {
            String address = process.awaitValue("broker");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
                admin.createTopics(List.of(new NewTopic("kept", 8, (short) 1)))
                        .all()
                        .get();
            }
            CountDownLatch busy = new CountDownLatch(PRODUCERS.size());
            List<Thread> threads = PRODUCERS.stream()
                    .map(id -> Thread.ofPlatform().daemon().start(() -> commitUntilItFails(address, id, busy)))
                    .toList();
            assertThat(busy.await(2, TimeUnit.MINUTES)).isTrue();
            process.kill();
            for (Thread thread : threads) {
                thread.join();
            }
            return address;
        }
    }

    private static void commitUntilItFails(String address, String id, CountDownLatch busy) {
        KafkaProducer<String, String> producer = producer(address, id, 2_000);
        try {
            producer.initTransactions();
            for (int i = 0; ; i++) {
                commit(producer, id + " " + i);
                if (i == 20) {
                    busy.countDown();
                }
            }
        } catch (KafkaException brokerIsGone) {
            producer.close(Duration.ZERO);
        }
    }

    /** Before any producer ends a transaction of its own, which would let the pending ones end too. */
    private static void awaitNothingPending(EmbeddedBroker broker) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            Awaitility.await()
                    .atMost(30, TimeUnit.SECONDS)
                    .pollInSameThread()
                    .until(() -> admin.listTransactions(new ListTransactionsOptions()
                                    .filterStates(
                                            Set.of(TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT)))
                            .all()
                            .get()
                            .isEmpty());
        }
    }

    private static void assertThatEveryProducerGoesOn(EmbeddedBroker broker) {
        for (String id : PRODUCERS) {
            try (KafkaProducer<String, String> producer = producer(broker.bootstrapServers(), id, 60_000)) {
                producer.initTransactions();
                commit(producer, id + " goes on");
            }
        }
    }

    private static void commit(KafkaProducer<String, String> producer, String value) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int partition = 0; partition < 8; partition++) {
            sent.add(producer.send(new ProducerRecord<>("kept", partition, value, value)));
        }
        producer.commitTransaction();
        assertThat(sent).allMatch(Future::isDone);
    }

    private static KafkaProducer<String, String> producer(String address, String id, int maxBlockMs) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        address,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        id,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        maxBlockMs),
                new StringSerializer(),
                new StringSerializer());
    }
}
