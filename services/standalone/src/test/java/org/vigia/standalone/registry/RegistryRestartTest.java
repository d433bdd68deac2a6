package org.vigia.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.standalone.broker.EmbeddedBroker;
import org.vigia.standalone.registry.Rest.Answer;

/** What outlives a registry, with brokers of their own because it is the whole topic that is looked at. */
class RegistryRestartTest {

    private static final String SCHEMA = Rest.record("R", "a");
    private static final String ESCAPED = SCHEMA.replace("\"", "\\\"");

    @TempDir
    private Path directory;

    @Test
    void theStateIsWhatTheTopicSays() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            // given
            String before;
            try (EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
                Rest rest = new Rest(registry.url());
                rest.register("s", SCHEMA);
                rest.register("gone", Rest.record("Gone", "a"));
                rest.delete("/subjects/gone");
                rest.delete("/subjects/gone?permanent=true");
                rest.register("soft", Rest.record("Soft", "a"));
                rest.delete("/subjects/soft");
                rest.register("taken", Rest.record("Taken", "a"));
                rest.put("/config", Rest.object("compatibility", "FULL_TRANSITIVE"));
                rest.put("/config/s", Rest.object("compatibility", "NONE"));
                rest.put("/mode/taken", Rest.object("mode", "READONLY"));
                before = everything(rest);
            }

            // when
            try (EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
                Rest rest = new Rest(registry.url());

                // then
                assertThat(everything(rest)).isEqualTo(before).contains("FULL_TRANSITIVE");
                assertThat(rest.register("s", Rest.record("Next", "n"))).isEqualTo(5);
            }
        }
    }

    @Test
    void recordsAreConfluents() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            try (EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
                Rest rest = new Rest(registry.url());
                rest.register("s", SCHEMA);
                rest.put("/config", Rest.object("compatibility", "FULL"));
                rest.put("/config/s", Rest.object("compatibility", "NONE"));
                rest.put("/mode", Rest.object("mode", "READWRITE"));
                rest.delete("/subjects/s");
                rest.delete("/subjects/s?permanent=true");
            }
            String key = "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}";
            assertThat(records(broker))
                    .containsExactly(
                            key + "={\"subject\":\"s\",\"version\":1,\"id\":1,\"schema\":\"" + ESCAPED
                                    + "\",\"deleted\":false}",
                            "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}={\"compatibilityLevel\":\"FULL\"}",
                            "{\"keytype\":\"CONFIG\",\"subject\":\"s\",\"magic\":0}={\"compatibilityLevel\":\"NONE\"}",
                            "{\"keytype\":\"MODE\",\"subject\":null,\"magic\":0}={\"mode\":\"READWRITE\"}",
                            "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s\",\"magic\":0}={\"subject\":\"s\",\"version\":1}",
                            "{\"keytype\":\"CONFIG\",\"subject\":\"s\",\"magic\":0}=null",
                            key + "=null");
        }
    }

    @Test
    void recordsOfConfluentsOwnRegistryAreRead() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            createTopic(broker, Map.of("cleanup.policy", "compact"));
            write(broker, "{\"keytype\":\"NOOP\",\"magic\":0}", null);
            write(
                    broker,
                    "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":3,\"magic\":1}",
                    "{\"subject\":\"s\",\"version\":3,\"id\":41,\"md5\":\"x\",\"schema\":\"" + ESCAPED
                            + "\",\"deleted\":false,\"offset\":7,\"ts\":1}");
            write(broker, "{\"keytype\":\"CONTEXT\",\"tenant\":\"default\",\"context\":\".\",\"magic\":0}", "{}");

            try (EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
                Rest rest = new Rest(registry.url());
                assertThat(rest.get("/schemas/ids/41").body().path("schema").asText())
                        .isEqualTo(SCHEMA);
                assertThat(rest.register("t", Rest.record("T"))).isEqualTo(42);
            }
        }
    }

    @Test
    void aRecordThatCannotBeReadStopsTheStart() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            createTopic(broker, Map.of("cleanup.policy", "compact"));
            write(broker, "garbage", "garbage");
            assertThatThrownBy(() -> EmbeddedRegistry.start(broker.bootstrapServers(), 0))
                    .isInstanceOf(RegistryStartException.class)
                    .hasMessageContaining("Record 0 of _schemas");
        }
    }

    @Test
    void aTopicThatWouldLoseSchemasStopsTheStart() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            createTopic(broker, Map.of("cleanup.policy", "delete"));
            assertThatThrownBy(() -> EmbeddedRegistry.start(broker.bootstrapServers(), 0))
                    .isInstanceOf(RegistryStartException.class)
                    .hasMessageContaining("compact");
        }
    }

    private static String everything(Rest rest) throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (String path : List.of(
                "/schemas?deleted=true",
                "/subjects?deleted=true",
                "/config",
                "/config/s",
                "/mode/taken",
                "/schemas/ids/1?fetchMaxId=true",
                "/schemas/ids/2",
                "/schemas/ids/3")) {
            answers.add(rest.get(path));
        }
        return answers.toString();
    }

    private static void createTopic(EmbeddedBroker broker, Map<String, String> configuration) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(
                            List.of(new NewTopic("_schemas", Optional.of(1), Optional.empty()).configs(configuration)))
                    .all()
                    .get();
        }
    }

    private static void write(EmbeddedBroker broker, String key, @Nullable String value) throws Exception {
        try (Producer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("_schemas", 0, key, value)).get();
        }
    }

    private static List<String> records(EmbeddedBroker broker) {
        List<String> records = new ArrayList<>();
        try (Consumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(SchemasTopic.PARTITION));
            long end = consumer.endOffsets(List.of(SchemasTopic.PARTITION)).getOrDefault(SchemasTopic.PARTITION, 0L);
            Awaitility.await().pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> records.add(record.key() + "=" + record.value()));
                return consumer.position(SchemasTopic.PARTITION) == end;
            });
        }
        return records;
    }
}
