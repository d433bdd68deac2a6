package org.vigia.producers.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.schemas.topics.Topic;

/**
 * Holds records back until it is sure that they are wanted, and then sends them within a transaction that others share. To
 * commit means to send them on; the shared transaction is somebody else's to begin and to end.
 */
public final class HeldRecords implements EventSink {

    @SuppressWarnings("ArrayRecordComponent") // Only passed on.
    private record Held(Topic<?> topic, String key, byte[] value) {}

    private final EventSink shared;
    private final List<Held> records = new ArrayList<>();

    /** @param shared whose transaction is open */
    public HeldRecords(EventSink shared) {
        this.shared = shared;
    }

    @Override
    public void begin(Instant recordedAt) {
        records.clear();
    }

    @Override
    public byte[] encode(Topic<?> topic, SpecificRecord value) throws IOException {
        return shared.encode(topic, value);
    }

    @Override
    public byte[] frame(Topic<?> topic, SpecificRecord value, byte[] encoded) throws IOException {
        return shared.frame(topic, value, encoded);
    }

    @Override
    public void send(Topic<?> topic, String key, byte[] value) {
        records.add(new Held(topic, key, value));
    }

    @Override
    public List<Written> commit() throws IOException {
        for (Held held : records) {
            shared.send(held.topic(), held.key(), held.value());
        }
        records.clear();
        return List.of();
    }

    @Override
    public void abort() {
        records.clear();
    }

    @Override
    public void close() {
        records.clear();
    }
}
