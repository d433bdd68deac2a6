package org.vigia.schemas.serde;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.vigia.schemas.registry.RegistryClient;
import org.vigia.schemas.registry.RegistryClient.RegisteredSchema;
import org.vigia.schemas.registry.RegistryClients;

/**
 * Writes Avro records in Confluent's wire format. Safe for use by several threads.
 *
 * <p>Throws {@link SerializationException} if a record does not fit its schema, and lets the registry's exceptions
 * through as they are, because the record is not to blame for those.
 */
public final class AvroSerializer<T extends GenericContainer> implements Serializer<T> {

    static {
        AvroGuards.install();
    }

    /** By topic, then by the record's own schema. */
    private final Map<String, Map<Schema, WriteTarget>> targets = new ConcurrentHashMap<>();

    private @Nullable RegistryClient registry;
    private @Nullable SerdeSettings settings;

    @Override
    public void configure(Map<String, ?> configs, boolean key) {
        registry = RegistryClients.from(configs);
        settings = SerdeSettings.from(configs, key);
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T record) {
        if (settings != null && headers != null) {
            // Kafka Streams hands the headers of the record it read on to the one it writes: they name another schema.
            headers.remove(WireFormat.header(settings.isKey()));
        }
        return serialize(topic, record);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T record) {
        if (record == null) {
            return null;
        }
        WriteTarget target = target(topic, record.getSchema());
        try {
            return target.bytes(record);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "Cannot write " + record.getSchema().getFullName() + " for topic " + topic + ": " + e.getMessage(),
                    e);
        }
    }

    /**
     * What {@link #serialize(String, GenericContainer)} makes of a record that is encoded already.
     *
     * @param encoded the record as its own schema has it, behind room of {@value WireFormat#ID_BYTES} bytes, which is
     *     written over
     */
    public byte[] frame(String topic, T record, byte[] encoded) {
        WriteTarget target = target(topic, record.getSchema());
        if (target.isAsIs()) {
            target.writePrefix(encoded);
            return encoded;
        }
        return Objects.requireNonNull(serialize(topic, record));
    }

    private WriteTarget target(String topic, Schema schema) {
        Map<Schema, WriteTarget> ofTopic = targets.get(topic);
        if (ofTopic == null) {
            ofTopic = targets.computeIfAbsent(topic, ignored -> new ConcurrentHashMap<>());
        }
        WriteTarget known = ofTopic.get(schema);
        if (known != null) {
            return known;
        }
        // Asked outside computeIfAbsent, which would lock others out for as long as the registry takes.
        WriteTarget target = resolve(topic, schema);
        ofTopic.put(schema, target);
        return target;
    }

    private WriteTarget resolve(String topic, Schema schema) {
        if (registry == null || settings == null) {
            throw new IllegalStateException("configure() was not called");
        }
        String subject = settings.strategy().subject(topic, settings.isKey(), schema);
        if (settings.autoRegister()) {
            return new WriteTarget(registry.register(subject, schema), schema, schema);
        }
        if (settings.schemaId().isPresent()) {
            int id = settings.schemaId().get();
            return new WriteTarget(id, strict(registry.byId(id), schema, "the schema with id " + id), schema);
        }
        if (settings.useLatest()) {
            RegisteredSchema latest = registry.latest(subject);
            Schema written = settings.latestStrict()
                    ? strict(latest.schema(), schema, "version " + latest.version() + " of " + subject)
                    : latest.schema();
            return new WriteTarget(latest.id(), written, schema);
        }
        return new WriteTarget(registry.lookup(subject, schema), schema, schema);
    }

    private static Schema strict(Schema reader, Schema writer, String what) {
        if (SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
                == SchemaCompatibilityType.COMPATIBLE) {
            return reader;
        }
        throw new SerializationException(
                "Records of " + writer.getFullName() + " cannot be written with " + what + ", which cannot read them");
    }
}
