package org.vigia.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.vigia.events.Seizure;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

/** Confluent's own Java client, as Flink ships it, against this registry. */
class ConfluentJavaClientTest {

    private final String name = "J" + UUID.randomUUID().toString().replace("-", "");
    private final String subject = name + "-value";
    private final ParsedSchema one = new AvroSchema(Rest.record(name, "a"));
    private final ParsedSchema two = new AvroSchema(Rest.record(name, "a", "b?"));
    private final ParsedSchema incompatible = new AvroSchema(Rest.record(name, "a", "c"));

    private static SchemaRegistryClient newClient() {
        return new CachedSchemaRegistryClient(SharedRegistry.url(), 100);
    }

    @Test
    void schemasAreRegisteredAndFound() throws Exception {
        int id = newClient().register(subject, one);
        int next = newClient().register(subject, two);

        SchemaRegistryClient client = newClient();
        assertThat(client.getSchemaById(id)).isEqualTo(one);
        assertThat(client.getSchemaBySubjectAndId(subject, next)).isEqualTo(two);
        assertThat(client.getId(subject, one)).isEqualTo(id);
        assertThat(client.getVersion(subject, two)).isEqualTo(2);
        assertThat(client.getAllVersions(subject)).containsExactly(1, 2);
        assertThat(client.getAllSubjects()).contains(subject);
        assertThat(client.getAllSubjectsById(id)).containsExactly(subject);
        assertThat(client.getAllVersionsById(id)).hasSize(1);
        assertThat(client.getSchemas(subject, false, true)).containsExactly(two);
        SchemaMetadata latest = client.getLatestSchemaMetadata(subject);
        assertThat(latest.getId()).isEqualTo(next);
        assertThat(latest.getVersion()).isEqualTo(2);
        assertThat(client.getSchemaMetadata(subject, 1).getSchema()).isEqualTo(one.canonicalString());
    }

    @Test
    void everySchemaOfTheCatalogueIsTheSameOnBothSides() throws Exception {
        for (Topic<?> topic : Topics.withPrefix(name + ".").all()) {
            AvroSchema schema = new AvroSchema(org.apache.avro.specific.SpecificData.get()
                    .getSchema(topic.type())
                    .toString());
            int id = newClient().register(topic.valueSubject(), schema);
            assertThat(newClient().getSchemaById(id)).isEqualTo(schema);
            assertThat(newClient().getId(topic.valueSubject(), schema)).isEqualTo(id);
        }
    }

    @Test
    void compatibilityIsCheckedAndEnforced() throws Exception {
        SchemaRegistryClient client = newClient();
        client.register(subject, one);
        assertThat(client.testCompatibility(subject, two)).isTrue();
        assertThat(client.testCompatibility(subject, incompatible)).isFalse();
        assertThat(client.testCompatibilityVerbose(subject, incompatible)).isNotEmpty();
        refused(409, () -> newClient().register(subject, incompatible));

        assertThat(client.updateCompatibility(subject, "NONE")).isEqualTo("NONE");
        assertThat(client.getCompatibility(subject)).isEqualTo("NONE");
        client.register(subject, incompatible);
        client.deleteCompatibility(subject);
        refused(40408, () -> newClient().getCompatibility(subject));
        assertThat(client.getCompatibility("")).isNotNull();
    }

    @Test
    void modesAreSetAndTakenBack() throws Exception {
        SchemaRegistryClient client = newClient();
        client.register(subject, one);
        assertThat(client.setMode("READONLY", subject)).isEqualTo("READONLY");
        assertThat(client.getMode(subject)).isEqualTo("READONLY");
        refused(42205, () -> newClient().register(subject, two));
        client.deleteMode(subject);
        refused(40409, () -> newClient().getMode(subject));
        assertThat(client.getMode()).isEqualTo("READWRITE");
        refused(42204, () -> newClient().setMode("SOMETIMES", subject));
    }

    @Test
    void importedSchemasKeepTheirIds() throws Exception {
        SchemaRegistryClient client = newClient();
        client.setMode("IMPORT", subject);
        int id = 3_000_000 + Math.floorMod(name.hashCode(), 1_000_000);
        assertThat(client.register(subject, one, 5, id)).isEqualTo(id);
        assertThat(newClient().getSchemaMetadata(subject, 5).getId()).isEqualTo(id);
    }

    @Test
    void whatIsNotThereHasItsErrorCode() {
        refused(40401, () -> newClient().getAllVersions(subject));
        refused(40401, () -> newClient().getLatestSchemaMetadata(subject));
        refused(40401, () -> newClient().getId(subject, one));
        refused(40403, () -> newClient().getSchemaById(987_654_321));
        refused(40401, () -> newClient().deleteSubject(subject));
    }

    @Test
    void deletionIsSoftFirst() throws Exception {
        SchemaRegistryClient client = newClient();
        client.register(subject, one);
        client.register(subject, two);
        assertThat(client.deleteSchemaVersion(subject, "1")).isEqualTo(1);
        refused(40402, () -> newClient().getSchemaMetadata(subject, 1));
        assertThat(client.deleteSchemaVersion(subject, "1", true)).isEqualTo(1);
        refused(40405, () -> newClient().deleteSubject(subject, true));
        assertThat(client.deleteSubject(subject)).containsExactly(2);
        refused(40404, () -> newClient().deleteSubject(subject));
        assertThat(client.deleteSubject(subject, true)).containsExactly(2);
    }

    @Test
    void referencesAreResolved() throws Exception {
        SchemaRegistryClient client = newClient();
        client.register(name + "-part", new AvroSchema(Rest.record("Part" + name, "a")));
        AvroSchema whole = new AvroSchema(
                "{\"type\":\"record\",\"name\":\"" + name + "\",\"fields\":[{\"name\":\"p\",\"type\":\"Part" + name
                        + "\"}]}",
                List.of(new SchemaReference("Part" + name, name + "-part", 1)),
                Map.of("Part" + name, Rest.record("Part" + name, "a")),
                null);
        int id = client.register(subject, whole);
        assertThat(newClient().getSchemaById(id)).isEqualTo(whole);
        refused(42206, () -> newClient().deleteSubject(name + "-part"));
    }

    @Test
    void normalFormsAndGuidsAreConfluents() throws Exception {
        String untidy = Seizure.getClassSchema()
                .toString()
                .replaceFirst(
                        "\\{\"type\":\"record\"",
                        "{\"z\":{\"b\":1,\"a\":[2]},\"aliases\":[\"Old\",\"Elder\"],\"c\":0,\"type\":\"record\"");
        AvroSchema schema = new AvroSchema(untidy);
        int id = newClient().register(subject, schema, true);
        String registered = newClient().getSchemaById(id).canonicalString();
        assertThat(registered).isEqualTo(schema.normalize().canonicalString()).isNotEqualTo(schema.canonicalString());
        assertThat(newClient().getId(subject, new AvroSchema(registered))).isEqualTo(id);
    }

    private static void refused(int errorCode, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RestClientException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo(errorCode));
    }
}
