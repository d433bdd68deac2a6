package org.vigia.trends.claims;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.vigia.trends.state.CellChange;
import org.vigia.trends.state.CountedClaim;
import org.vigia.trends.stores.StateStores;

/**
 * Counts each claim once: remembers what of it is counted, and forwards what a new version changes, keyed by cell. A
 * version that changes nothing is not forwarded.
 *
 * <p>From here on records are stamped with the time at which the version was recorded. Event times leap over years, and
 * a broker rolls a segment whenever a timestamp lies {@code segment.ms} (a week) after the segment's first (Kafka's
 * upgrade notes, 0.10.1). The steps that follow take event times from the changes themselves.
 */
public final class ClaimProcessor implements Processor<String, Claim, String, CellChange> {

    private static final String CLAIMS = "counted-claims";

    private ProcessorContext<String, CellChange> context;
    private KeyValueStore<String, CountedClaim> claims;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
    private ClaimProcessor() {}

    /** The processor with its store. */
    public static ProcessorSupplier<String, Claim, String, CellChange> supplier(StateStores stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Claim, String, CellChange> get() {
                return new ClaimProcessor();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return StateStores.inOrder(stores.store(CLAIMS, CountedClaim.class));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, CellChange> processorContext) {
        context = processorContext;
        claims = processorContext.getStateStore(CLAIMS);
    }

    @Override
    public void process(Record<String, Claim> version) {
        Claim claim = version.value();
        Map<String, CellChange> changes = ClaimChanges.between(claims.get(claim.key()), claim);
        if (changes.isEmpty()) {
            return;
        }
        claims.put(claim.key(), claim.counted());
        changes.forEach((cell, change) ->
                context.forward(version.withKey(cell).withValue(change).withTimestamp(claim.recordedAt())));
    }
}
