package org.vigia.producers.publish;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.vigia.schemas.registry.RegistryException;
import org.vigia.schemas.serde.AvroSerializer;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topic;

/** Records as they are sent, by whichever serializer is configured. Not for use by several threads. */
final class RecordEncoder implements AutoCloseable {

    private final EventSerdes serdes;
    private final Map<String, Serializer<SpecificRecord>> serializers = new HashMap<>();

    RecordEncoder(EventSerdes serdes) {
        this.serdes = serdes;
    }

    /** See {@link EventSink#encode}. */
    byte[] encode(Topic<?> topic, SpecificRecord value) throws IOException {
        try {
            return of(topic).serialize(topic.name(), value);
        } catch (KafkaException | RegistryException e) {
            throw failed(topic, e);
        }
    }

    /** See {@link EventSink#frame}. */
    byte[] frame(Topic<?> topic, SpecificRecord value, byte[] encoded) throws IOException {
        Serializer<SpecificRecord> serializer = of(topic);
        if (!(serializer instanceof AvroSerializer<SpecificRecord> own)) {
            return encode(topic, value);
        }
        try {
            return own.frame(topic.name(), value, encoded);
        } catch (KafkaException | RegistryException e) {
            throw failed(topic, e);
        }
    }

    @SuppressWarnings("unchecked") // A topic's serializer is only given records of the topic's type.
    private Serializer<SpecificRecord> of(Topic<?> topic) {
        return serializers.computeIfAbsent(topic.name(), ignored ->
                (Serializer<SpecificRecord>) serdes.values(topic).serializer());
    }

    private static IOException failed(Topic<?> topic, RuntimeException e) {
        return new IOException("Cannot write for topic " + topic.name() + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        serializers.values().forEach(Serializer::close);
    }
}
