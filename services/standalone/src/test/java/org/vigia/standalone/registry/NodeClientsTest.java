package org.vigia.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.vigia.events.Seizure;
import org.vigia.schemas.fixtures.Events;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.standalone.broker.SharedBroker;

/** The npm clients of {@code src/test/node} against this registry, and messages between them and this side's serde. */
class NodeClientsTest {

    private static final Path NODE = Path.of("src", "test", "node");
    private static final List<String> WRITERS = List.of("confluent", "header", "kafkajs");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final String prefix = "node-" + UUID.randomUUID();
    private final Serde<Seizure> serde =
            new EventSerdes(Map.of("schema.registry.url", SharedRegistry.url())).values(Seizure.class);

    @Test
    void npmClientsRegisterFetchCheckAndExchangeMessages() throws Exception {
        assumeInstalled();
        // given
        createTopics();
        writeFromJava();

        // when
        String output = runNode();

        // then
        assertThat(output).contains("# fail 0").contains("# pass 7");
        for (String writer : WRITERS) {
            assertThat(readFirst(prefix + "-" + writer)).isEqualTo(seizure(writer));
        }
    }

    private static void assumeInstalled() {
        boolean installed = Files.isDirectory(NODE.resolve("node_modules"));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed)
                    .as("CI must run the npm clients: install them with npm ci in services/standalone/" + NODE)
                    .isTrue();
        }
        assumeTrue(installed, "the npm clients are not installed: run npm ci in services/standalone/" + NODE);
    }

    private void createTopics() throws Exception {
        try (Admin admin = SharedBroker.admin()) {
            admin.createTopics(Stream.concat(Stream.of("java"), WRITERS.stream())
                            .map(name -> new NewTopic(prefix + "-" + name, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private void writeFromJava() throws Exception {
        try (Producer<String, Seizure> producer =
                new KafkaProducer<>(SharedBroker.clientProperties(), new StringSerializer(), serde.serializer())) {
            producer.send(new ProducerRecord<>(prefix + "-java", "java", seizure("java")))
                    .get();
        }
    }

    private String runNode() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "node", "--test", "--test-reporter=tap", "confluent.test.js", "kafkajs.test.js")
                .directory(NODE.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "BOOTSTRAP", SharedBroker.bootstrapServers(),
                        "REGISTRY", SharedRegistry.url(),
                        "PREFIX", prefix));
        Process node = builder.start();
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> {
            try {
                return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "The output could not be read: " + e;
            }
        });
        if (!node.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            node.descendants().forEach(ProcessHandle::destroyForcibly);
            node.destroyForcibly();
        }
        assertThat(node.waitFor()).as(output.join()).isZero();
        return output.join();
    }

    private Seizure readFirst(String topic) {
        Properties properties = SharedBroker.clientProperties();
        properties.put("auto.offset.reset", "earliest");
        try (Consumer<String, Seizure> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), serde.deserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            return Awaitility.await()
                    .pollInSameThread()
                    .until(
                            () -> {
                                for (ConsumerRecord<String, Seizure> record : consumer.poll(Duration.ofMillis(100))) {
                                    return List.of(record.value());
                                }
                                return List.<Seizure>of();
                            },
                            records -> !records.isEmpty())
                    .getFirst();
        }
    }

    private static Seizure seizure(String eventId) {
        return Events.seizure(eventId, "2024-03-05", "fentanyl", "1.5");
    }
}
