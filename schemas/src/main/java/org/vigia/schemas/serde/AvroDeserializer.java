package org.vigia.schemas.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.vigia.schemas.registry.RegistryClient;
import org.vigia.schemas.registry.RegistryClients;

/** Reads Avro records in Confluent's wire format. */
public final class AvroDeserializer<T extends GenericContainer> implements Deserializer<T> {

    private @Nullable RegistryClient registry;
    private boolean specific;

    @Override
    public void configure(Map<String, ?> configs, boolean key) {
        registry = RegistryClients.from(configs);
        specific = Boolean.parseBoolean(String.valueOf(configs.get("specific.avro.reader")));
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        RegistryClient client = registry;
        if (client == null) {
            throw new IllegalStateException("configure() was not called");
        }
        if (bytes.length < 5 || bytes[0] != 0) {
            throw new SerializationException("Not Avro in Confluent's wire format: topic " + topic);
        }
        Schema writer = client.byId(ByteBuffer.wrap(bytes, 1, 4).getInt());
        try {
            DatumReader<T> reader = reader(writer);
            return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("Cannot read " + writer.getFullName() + " from topic " + topic, e);
        }
    }

    private DatumReader<T> reader(Schema writer) {
        if (!specific) {
            return new GenericDatumReader<>(writer);
        }
        Class<?> type = SpecificData.get().getClass(writer);
        Schema readerSchema = type == null ? writer : SpecificData.get().getSchema(type);
        return new SpecificDatumReader<>(writer, readerSchema);
    }
}
