package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Quantity;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.kafka.TopicCreation;
import org.vigia.runtime.metrics.Metrics;
import org.vigia.runtime.streams.StoreKind;
import org.vigia.runtime.streams.StreamsRunner;
import org.vigia.runtime.streams.StreamsSettings;
import org.vigia.schemas.fixtures.Events;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;
import org.vigia.screening.ScreeningApplication;
import org.vigia.screening.ScreeningSettings;
import org.vigia.screening.watchlist.ListedSubstance;
import org.vigia.standalone.broker.SharedBroker;
import org.vigia.standalone.registry.SharedRegistry;

/** What cannot be read, or cannot be true, against a real broker: a test driver has no global task of its own. */
class PoisonSystemTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final byte[] POISON = {1, 2, 3};

    @TempDir
    Path directory;

    private final Cluster cluster = new Cluster(
            SharedBroker.bootstrapServers(),
            SharedRegistry.url(),
            Topics.withPrefix("t" + UUID.randomUUID().toString().substring(0, 8) + "."),
            Map.of(),
            Map.of());
    private final Topics topics = cluster.topics();

    @Test
    void screeningGoesOnAfterAPoisonedReferenceRecordAndAfterARestart() throws Exception {
        try (Admin admin = SharedBroker.admin()) {
            TopicCreation.createMissing(admin, topics);
        }
        try (StreamsRunner running = screening()) {
            running.awaitRunning(LIMIT);
            send(topics.watchList.name(), "poison", POISON);
            await().atMost(LIMIT).untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
            send(topics.watchList, "UN/list/108-24-7", Events.listing("UN", "AA", "108-24-7", "2001-01-01"));
            await().atMost(LIMIT).untilAsserted(() -> {
                // Lists are not joined in time with shipments: whichever shipment comes after the entry sees it.
                ship("s-" + UUID.randomUUID());
                assertThat(alertKeys()).isNotEmpty();
            });
            assertThat(running.isHealthy()).isTrue();
        }
        ConsumerRecord<String, byte[]> letter = deadLetters().getFirst();
        assertThat(letter.key()).isEqualTo("poison");
        assertThat(letter.value()).isEqualTo(POISON);
        assertThat(header(letter, "topic")).isEqualTo(topics.watchList.name());
        assertThat(header(letter, "offset")).isEqualTo("0");

        try (StreamsRunner running = screening()) {
            running.awaitRunning(LIMIT);
            send(topics.precursorShipments, "impossible", impossible());
            ship("after-the-restart");
            String alert = new ListedSubstance("UN", "list", "108-24-7").alertId("after-the-restart");
            await().atMost(LIMIT).untilAsserted(() -> assertThat(alertKeys()).contains(alert));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(deadLetters())
                            .extracting(ConsumerRecord::key)
                            // The store in memory is read again, and so its poison is told again.
                            .containsExactlyInAnyOrder("poison", "poison", "impossible"));
            assertThat(running.isHealthy()).isTrue();
        }
    }

    private StreamsRunner screening() {
        StreamsSettings settings = new StreamsSettings(directory, 1, 100, StoreKind.MEMORY, "classic");
        ScreeningApplication application = new ScreeningApplication(
                topics,
                cluster.serdes(),
                ScreeningSettings.defaults().withStorage(StoreKind.MEMORY),
                Clock.systemUTC());
        return StreamsRunner.prepare(application, cluster, settings, new Metrics().registry())
                .start();
    }

    private void ship(String eventId) throws Exception {
        send(
                topics.precursorShipments,
                eventId,
                Events.shipment(eventId, "2024-01-01", "acetic anhydride", "108-24-7", "5"));
    }

    private static PrecursorShipment impossible() {
        PrecursorShipment shipment = Events.shipment("impossible", "2024-01-01", "AA", "108-24-7", "5");
        Quantity odd =
                Quantity.newBuilder(Events.kilograms("12")).setAmount("12 kg").build();
        shipment.getGoods().getFirst().setQuantity(odd);
        return shipment;
    }

    private <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) throws Exception {
        send(topic.name(), key, cluster.serdes().values(topic).serializer().serialize(topic.name(), value));
    }

    private static void send(String topic, String key, byte[] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                SharedBroker.clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters() {
        return read(topics.deadLetters());
    }

    private List<String> alertKeys() {
        return read(topics.alerts.name()).stream().map(ConsumerRecord::key).toList();
    }

    /** All committed records of a topic now. */
    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        var properties = SharedBroker.clientProperties();
        properties.put("isolation.level", "read_committed");
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(
                letter.headers().lastHeader("__streams.errors." + name).value(), StandardCharsets.UTF_8);
    }
}
