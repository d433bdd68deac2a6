package org.vigia.producers.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.vigia.schemas.registry.RegistryException;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topic;

/** Takes records as Kafka would and drops them, to try what a load would do. It shuts nobody out of the feed. */
public final class RehearsalSink implements EventSink {

    private final EventSerdes serdes;
    private final Map<String, Serializer<SpecificRecord>> serializers = new HashMap<>();

    public RehearsalSink(EventSerdes serdes) {
        this.serdes = serdes;
    }

    @Override
    public void begin(Instant recordedAt) {}

    @Override
    public byte[] encode(Topic<?> topic, SpecificRecord value) throws IOException {
        try {
            return serializers
                    .computeIfAbsent(topic.name(), ignored -> serializer(topic))
                    .serialize(topic.name(), value);
        } catch (KafkaException | RegistryException e) {
            throw new IOException("Cannot write for topic " + topic.name() + ": " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked") // A topic's serializer is only given records of the topic's type.
    private Serializer<SpecificRecord> serializer(Topic<?> topic) {
        return (Serializer<SpecificRecord>) serdes.values(topic).serializer();
    }

    @Override
    public void send(Topic<?> topic, String key, byte[] value) {}

    @Override
    public List<Written> commit() {
        return List.of();
    }

    @Override
    public void abort() {}

    @Override
    public void close() {
        serializers.values().forEach(Serializer::close);
    }
}
