package org.vigia.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.vigia.events.Seizure;
import org.vigia.schemas.fixtures.Events;
import org.vigia.schemas.registry.InMemoryRegistry;
import org.vigia.schemas.registry.RegistryException;

class SerdeSettingsTest {

    private static final String STRATEGIES = "io.confluent.kafka.serializers.subject.";
    private static final Schema OWN = SchemaBuilder.record("R")
            .namespace("n")
            .fields()
            .requiredString("a")
            .endRecord();
    private static final Schema WIDER = SchemaBuilder.record("R")
            .namespace("n")
            .fields()
            .name("b")
            .type()
            .intType()
            .intDefault(7)
            .requiredString("a")
            .endRecord();
    private static final Schema FOREIGN =
            SchemaBuilder.record("R").namespace("n").fields().requiredLong("c").endRecord();

    private final String scope = UUID.randomUUID().toString();
    private final InMemoryRegistry registry = InMemoryRegistry.of(scope);
    private final GenericRecord record = new GenericData.Record(OWN);

    SerdeSettingsTest() {
        record.put("a", "x");
    }

    @Test
    void schemasAreRegisteredUnderTheTopicUnlessToldOtherwise() {
        serialize(false);
        assertThat(registry.latest("t-value").schema()).isEqualTo(OWN);
        serialize(true);
        assertThat(registry.latest("t-key").schema()).isEqualTo(OWN);
    }

    @Test
    void confluentsStrategiesNameTheSubject() {
        serialize(false, "value.subject.name.strategy", STRATEGIES + "RecordNameStrategy");
        assertThat(registry.latest("n.R").id()).isEqualTo(1);
        serialize(false, "value.subject.name.strategy", STRATEGIES + "TopicRecordNameStrategy");
        assertThat(registry.latest("t-n.R").id()).isEqualTo(1);
        serialize(true, "value.subject.name.strategy", STRATEGIES + "RecordNameStrategy");
        assertThat(registry.latest("t-key").id()).isEqualTo(1);
    }

    @Test
    void withoutRegisteringTheSchemaMustBeThere() {
        assertThatThrownBy(() -> serialize(false, "auto.register.schemas", "false"))
                .isInstanceOf(RegistryException.class);
        registry.register("t-value", FOREIGN);
        int id = registry.register("t-value", OWN);
        assertThat(id(serialize(false, "auto.register.schemas", "false"))).isEqualTo(id);
    }

    @Test
    void anIdThatIsGivenComesBeforeTheLatest() {
        int wider = registry.register("t-value", WIDER);
        registry.register("t-value", OWN);
        byte[] bytes =
                serialize(false, "auto.register.schemas", false, "use.schema.id", wider, "use.latest.version", true);
        assertThat(id(bytes)).isEqualTo(wider);
        assertThat(read(bytes)).hasToString("{\"b\": 7, \"a\": \"x\"}");
    }

    @Test
    void theLatestVersionIsWrittenByNameAndNotByPosition() {
        int id = registry.register("t-value", WIDER);
        byte[] bytes = serialize(false, "auto.register.schemas", "false", "use.latest.version", "true");
        assertThat(id(bytes)).isEqualTo(id);
        assertThat(read(bytes)).hasToString("{\"b\": 7, \"a\": \"x\"}");
    }

    @Test
    void aLatestVersionThatCannotReadTheRecordIsRefused() {
        registry.register("t-value", FOREIGN);
        assertThatThrownBy(() -> serialize(false, "auto.register.schemas", "false", "use.latest.version", "true"))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 1 of t-value");
        assertThatThrownBy(() -> serialize(
                        false,
                        "auto.register.schemas",
                        "false",
                        "use.latest.version",
                        "true",
                        "latest.compatibility.strict",
                        "false"))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Cannot write n.R");
    }

    @Test
    void registeringComesBeforeAllElse() {
        registry.register("t-value", WIDER);
        byte[] bytes = serialize(false, "use.latest.version", "true", "use.schema.id", "1");
        assertThat(id(bytes)).isEqualTo(2);
    }

    @Test
    void theGuidMayStandInAHeader() {
        EventSerdes serdes = new EventSerdes(configuration());
        Seizure seizure = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");
        byte[] framed = serdes.values(Seizure.class).serializer().serialize("t", seizure);
        byte[] bare = Arrays.copyOfRange(framed, 5, framed.length);
        UUID guid = InMemoryRegistry.guid(seizure.getSchema());
        byte[] header = ByteBuffer.allocate(17)
                .put((byte) 1)
                .putLong(guid.getMostSignificantBits())
                .putLong(guid.getLeastSignificantBits())
                .array();
        var deserializer = serdes.values(Seizure.class).deserializer();

        assertThat(deserializer.deserialize("t", new RecordHeaders().add("__value_schema_id", header), bare))
                .isEqualTo(seizure);
        assertThat(deserializer.deserialize("t", new RecordHeaders().add("__key_schema_id", header), framed))
                .isEqualTo(seizure);
        assertThatThrownBy(() ->
                        deserializer.deserialize("t", new RecordHeaders().add("__value_schema_id", new byte[3]), bare))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aHeaderThatNamesAnotherSchemaIsNotHandedOn() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("__value_schema_id", new byte[17]).add("other", new byte[1]);
        try (AvroSerializer<GenericRecord> serializer = new AvroSerializer<>()) {
            serializer.configure(configuration(), false);
            serializer.serialize("t", headers, record);
        }
        assertThat(headers).extracting(header -> header.key()).containsExactly("other");
    }

    @Test
    void aSchemaThatGrewIsReadWithItsDefaults() {
        registry.register("t-value", OWN);
        Schema shrunk = SchemaBuilder.record("R").namespace("n").fields().endRecord();
        assertThat(registry.register("t-value", shrunk)).isEqualTo(2);
        byte[] bytes = serialize(false);
        assertThat(read(bytes)).hasToString("{\"a\": \"x\"}");
    }

    @Test
    void settingsThatCannotBeUsedAreNamed() {
        for (Map.Entry<String, String> bad : Map.of(
                        "auto.register.schemas", "yes",
                        "use.schema.id", "first",
                        "value.subject.name.strategy", "org.example.Mine",
                        "specific.avro.value.type", "org.example.Mine")
                .entrySet()) {
            assertThatThrownBy(() -> serialize(false, bad.getKey(), bad.getValue()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(bad.getKey() + "=" + bad.getValue());
        }
        assertThatThrownBy(
                        () -> new EventSerdes(Map.of("schema.registry.url", "mock://x", EventSerdes.SERDE_CLASS, "No"))
                                .values(Seizure.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(EventSerdes.SERDE_CLASS);
    }

    private byte[] serialize(boolean isKey, Object... settings) {
        try (AvroSerializer<GenericRecord> serializer = new AvroSerializer<>()) {
            serializer.configure(configuration(settings), isKey);
            byte[] bytes = serializer.serialize("t", record);
            return bytes == null ? new byte[0] : bytes;
        }
    }

    private GenericRecord read(byte[] bytes) {
        try (AvroDeserializer<GenericRecord> deserializer = new AvroDeserializer<>()) {
            deserializer.configure(configuration(), false);
            GenericRecord read = deserializer.deserialize("t", bytes);
            return read == null ? new GenericData.Record(OWN) : read;
        }
    }

    private Map<String, Object> configuration(Object... settings) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put("schema.registry.url", "mock://" + scope);
        for (int i = 0; i < settings.length; i += 2) {
            configuration.put((String) settings[i], settings[i + 1]);
        }
        return configuration;
    }

    private static int id(byte[] bytes) {
        return ByteBuffer.wrap(bytes, 1, 4).getInt();
    }
}
