package org.vigia.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.vigia.schemas.registry.RegistryClient;
import org.vigia.schemas.registry.RegistryClients;

/** Writes Avro records in Confluent's wire format. */
public final class AvroSerializer<T extends GenericContainer> implements Serializer<T> {

    private final Map<String, Map<Schema, Integer>> ids = new ConcurrentHashMap<>();
    private @Nullable RegistryClient registry;
    private boolean isKey;

    @Override
    public void configure(Map<String, ?> configs, boolean key) {
        registry = RegistryClients.from(configs);
        isKey = key;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T record) {
        if (record == null) {
            return null;
        }
        RegistryClient client = registry;
        if (client == null) {
            throw new IllegalStateException("configure() was not called");
        }
        Schema schema = record.getSchema();
        String subject = topic + (isKey ? "-key" : "-value");
        int id = ids.computeIfAbsent(subject, ignored -> new ConcurrentHashMap<>())
                .computeIfAbsent(schema, s -> client.register(subject, s));
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(4).putInt(id).array());
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            DatumWriter<T> writer = record instanceof SpecificRecord
                    ? new SpecificDatumWriter<>(schema)
                    : new GenericDatumWriter<>(schema);
            writer.write(record, encoder);
            encoder.flush();
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("Cannot write " + schema.getFullName() + " for topic " + topic, e);
        }
        return out.toByteArray();
    }
}
