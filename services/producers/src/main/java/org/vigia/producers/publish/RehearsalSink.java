package org.vigia.producers.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topic;

/** Takes records as Kafka would and drops them, to try what a load would do. It shuts nobody out of the feed. */
public final class RehearsalSink implements EventSink {

    private final RecordEncoder encoder;

    public RehearsalSink(EventSerdes serdes) {
        encoder = new RecordEncoder(serdes);
    }

    @Override
    public void begin(Instant recordedAt) {}

    @Override
    public byte[] encode(Topic<?> topic, SpecificRecord value) throws IOException {
        return encoder.encode(topic, value);
    }

    @Override
    public byte[] frame(Topic<?> topic, SpecificRecord value, byte[] encoded) throws IOException {
        return encoder.frame(topic, value, encoded);
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
        encoder.close();
    }
}
