package org.vigia.trends.surges;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigia.events.LedgerEntry;

/**
 * The loads that have come to their end, as the ledger tells: the last {@value #REMEMBERED}, which is far more than are
 * loaded at the same time. Shared by the threads of one application.
 */
public final class EndedLoads {

    /** Global store of how many loads each feed has ended; the loads themselves are kept in the heap. */
    public static final String STORE = "ended-loads";

    static final int REMEMBERED = 10_000;

    private final Set<String> batchIds = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    boolean contains(String batchId) {
        return batchIds.contains(batchId);
    }

    /** Reads the ledger; Kafka Streams calls it for restored records too. */
    public Processor<String, LedgerEntry, Void, Void> update() {
        return new Processor<>() {
            @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
            private KeyValueStore<String, Long> store;

            @Override
            public void init(ProcessorContext<Void, Void> context) {
                store = context.getStateStore(STORE);
            }

            @Override
            public void process(Record<String, LedgerEntry> record) {
                if (record.value() != null) {
                    Long ended = store.get(record.key());
                    store.put(record.key(), (ended == null ? 0 : ended) + 1);
                    batchIds.add(record.value().getSource().getBatchId());
                }
            }
        };
    }
}
