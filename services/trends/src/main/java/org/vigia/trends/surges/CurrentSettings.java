package org.vigia.trends.surges;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigia.events.DetectorSettings;

/**
 * Keeps the global store of detector settings, and counts its changes, so that whoever judges by them knows when to do so
 * again. Shared by the threads of one application.
 */
public final class CurrentSettings {

    /** Global store of settings, by detector. */
    public static final String STORE = "detector-settings";

    private final AtomicLong changes = new AtomicLong();

    long changes() {
        return changes.get();
    }

    /** Fills the store; Kafka Streams calls it for restored records too. */
    public Processor<String, DetectorSettings, Void, Void> update() {
        return new Processor<>() {
            @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
            private KeyValueStore<String, DetectorSettings> store;

            @Override
            public void init(ProcessorContext<Void, Void> context) {
                store = context.getStateStore(STORE);
            }

            @Override
            public void process(Record<String, DetectorSettings> record) {
                store.put(record.key(), record.value());
                changes.incrementAndGet();
            }
        };
    }
}
