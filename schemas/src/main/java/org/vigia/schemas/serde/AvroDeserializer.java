package org.vigia.schemas.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.vigia.schemas.registry.RegistryClient;
import org.vigia.schemas.registry.RegistryClients;
import org.vigia.schemas.registry.RegistryException;
import org.vigia.schemas.registry.RegistryUnavailableException;

/**
 * Reads Avro records in Confluent's wire format, with the schema's id before the payload or its guid in a header. Safe
 * for use by several threads.
 *
 * <p>Throws {@link SerializationException} if the bytes are to blame, also if they name a schema that the registry does
 * not have. {@link RegistryUnavailableException} and refusals such as a missing permission come through as they are: an
 * outage must never make a good record look bad.
 */
public final class AvroDeserializer<T extends GenericContainer> implements Deserializer<T> {

    static {
        AvroGuards.install();
    }

    private static final int NOT_FOUND = 404;

    private final Map<Integer, DatumReader<T>> readersById = new ConcurrentHashMap<>();
    private final Map<UUID, DatumReader<T>> readersByGuid = new ConcurrentHashMap<>();

    private @Nullable RegistryClient registry;
    private @Nullable SerdeSettings settings;

    @Override
    public void configure(Map<String, ?> configs, boolean key) {
        registry = RegistryClients.from(configs);
        settings = SerdeSettings.from(configs, key);
    }

    @Override
    public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        Header header = headers.lastHeader(WireFormat.header(settings().isKey()));
        return header == null ? deserialize(topic, bytes) : deserialize(topic, header, bytes);
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < WireFormat.ID_BYTES || bytes[0] != WireFormat.ID) {
            throw new SerializationException("A record of " + topic
                    + " is not Avro in Confluent's wire format: it must begin with a zero byte and a schema id, and it "
                    + (bytes.length < WireFormat.ID_BYTES
                            ? "has " + bytes.length + " bytes"
                            : "begins with " + bytes[0]));
        }
        return read(
                topic,
                readerById(topic, ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt()),
                bytes,
                WireFormat.ID_BYTES);
    }

    private T deserialize(String topic, Header header, byte[] bytes) {
        ByteBuffer value = ByteBuffer.wrap(header.value() == null ? new byte[0] : header.value());
        if (value.remaining() == WireFormat.GUID_BYTES && value.get() == WireFormat.GUID) {
            return read(topic, readerByGuid(topic, new UUID(value.getLong(), value.getLong())), bytes, 0);
        }
        value.rewind();
        if (value.remaining() == WireFormat.ID_BYTES && value.get() == WireFormat.ID) {
            return read(topic, readerById(topic, value.getInt()), bytes, 0);
        }
        throw new SerializationException("A record of " + topic + " has a header " + header.key()
                + " that holds neither a schema's guid nor its id");
    }

    private T read(String topic, DatumReader<T> reader, byte[] bytes, int offset) {
        BinaryDecoder decoder = ThreadBuffers.get().decoder(bytes, offset);
        T record;
        try {
            record = reader.read(null, decoder);
            if (decoder.isEnd()) {
                return record;
            }
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("A record of " + topic + " does not fit the schema it names: " + e, e);
        }
        throw new SerializationException("A record of " + topic + " goes on after the end of its "
                + record.getSchema().getFullName());
    }

    private DatumReader<T> readerById(String topic, int id) {
        DatumReader<T> known = readersById.get(id);
        if (known != null) {
            return known;
        }
        DatumReader<T> reader = reader(topic, "id " + id, client -> client.byId(id));
        readersById.put(id, reader);
        return reader;
    }

    private DatumReader<T> readerByGuid(String topic, UUID guid) {
        DatumReader<T> known = readersByGuid.get(guid);
        if (known != null) {
            return known;
        }
        DatumReader<T> reader = reader(topic, "guid " + guid, client -> client.byGuid(guid));
        readersByGuid.put(guid, reader);
        return reader;
    }

    private DatumReader<T> reader(String topic, String what, Function<RegistryClient, Schema> request) {
        RegistryClient client = registry;
        if (client == null) {
            throw new IllegalStateException("configure() was not called");
        }
        try {
            return reader(topic, request.apply(client));
        } catch (RegistryException e) {
            // 404 alone may come from anything that answers at a wrong address.
            if (e.errorCode() / 100 == NOT_FOUND) {
                throw new SerializationException(
                        "A record of " + topic + " names a schema that the registry does not have: " + what, e);
            }
            throw e;
        }
    }

    private DatumReader<T> reader(String topic, Schema writer) {
        SerdeSettings configured = settings();
        if (!configured.specificReader()) {
            return new GenericDatumReader<>(writer);
        }
        if (configured.readerType().isPresent()) {
            return specific(writer, configured.readerType().get());
        }
        Class<?> type = SpecificData.get().getClass(writer);
        if (type == null) {
            throw new SerializationException(
                    "A record of " + topic + " is a " + writer.getFullName() + ", for which there is no class");
        }
        return specific(writer, SpecificData.get().getSchema(type));
    }

    private DatumReader<T> specific(Schema writer, Schema reader) {
        return new SpecificDatumReader<>(writer, reader, new EventData(reader));
    }

    private SerdeSettings settings() {
        if (settings == null) {
            throw new IllegalStateException("configure() was not called");
        }
        return settings;
    }
}
