package org.vigia.trends.restatements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RestatingClaim;
import org.vigia.events.TrendRestatement;
import org.vigia.trends.calendar.Window;
import org.vigia.trends.claims.Cell;
import org.vigia.trends.claims.KeyText;
import org.vigia.trends.claims.WindowChange;
import org.vigia.trends.state.BatchEffect;
import org.vigia.trends.state.CellChange;
import org.vigia.trends.state.ClaimCause;
import org.vigia.trends.state.ClaimEffect;
import org.vigia.trends.state.TrendRow;
import org.vigia.trends.stores.StateStores;

/**
 * What batches have changed of published rows. The sum of a batch's effects on a row and the effect of each claim are
 * kept apart, so that a batch that restates a row a thousand times writes a thousand small entries.
 */
public final class RestatementStore {

    private static final String BATCHES = "batch-effects";
    private static final String CLAIMS = "claim-effects";
    private static final StringSerializer KEYS = new StringSerializer();

    private final Restatements restatements;
    private final KeyValueStore<String, BatchEffect> batches;
    private final KeyValueStore<String, ClaimEffect> claims;

    public RestatementStore(ProcessingContext context, Restatements restatements) {
        this.restatements = restatements;
        this.batches = context.getStateStore(BATCHES);
        this.claims = context.getStateStore(CLAIMS);
    }

    /** The stores that a processor which uses this one must be connected to. */
    public static Set<StoreBuilder<?>> stores(StateStores stores) {
        return StateStores.inOrder(
                stores.cachedStore(BATCHES, BatchEffect.class), stores.cachedStore(CLAIMS, ClaimEffect.class));
    }

    /**
     * The restatement of a row by the batch of a change, as it stands with that change.
     *
     * @param row the row after the change
     * @param cause why the change restates the row; null if it does not, but the batch may have restated the row before,
     *     and then the figures of that restatement change with the row
     * @return null if the batch has not restated the row
     */
    public @Nullable TrendRestatement restate(
            String rowKey,
            Cell cell,
            CellChange change,
            WindowChange<Window> window,
            TrendRow row,
            @Nullable ClaimCause cause) {
        if (!row.getRestated()) {
            return null;
        }
        String batchId = change.getSource().getBatchId();
        String id = KeyText.append(rowKey, batchId);
        BatchEffect effect = batches.get(id);
        if (cause != null) {
            String claimKey = KeyText.append(id, change.getEventId());
            ClaimEffect known = claims.get(claimKey);
            claims.put(claimKey, Effects.fold(known, cause, change, window));
            effect = Effects.fold(effect, known == null, window);
            batches.put(id, effect);
        }
        return effect == null ? null : publish(id, cell, window.window(), batchId, row, effect);
    }

    private TrendRestatement publish(
            String id, Cell cell, Window window, String batchId, TrendRow row, BatchEffect effect) {
        List<RestatingClaim> named = new ArrayList<>();
        try (KeyValueIterator<String, ClaimEffect> effects = claims.prefixScan(id + "|", KEYS)) {
            while (effects.hasNext() && named.size() < Restatements.CLAIMS_NAMED) {
                var entry = effects.next();
                String eventId = KeyText.split(entry.key).getLast();
                named.add(restatements.publish(cell, eventId, entry.value));
            }
        }
        return restatements.publish(id, cell, window, batchId, row, effect, named);
    }
}
