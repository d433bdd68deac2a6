package org.vigia.trends.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigia.trends.claims.Periods;
import org.vigia.trends.state.BatchMark;
import org.vigia.trends.state.CellChange;
import org.vigia.trends.state.CellProgress;
import org.vigia.trends.state.CellSide;

/**
 * How far the claims of a cell have come, and so which of its periods were complete, as far as anyone could tell, before
 * a batch began. Only whole batches count: a file may list its months in any order, and none of its rows is late because
 * another row of the same file came first.
 */
public final class Progress {

    /** Enough for any number of batches that are loaded at the same time; an older one counts as new. */
    static final int BATCHES_REMEMBERED = 16;

    private static final CellProgress NONE = new CellProgress(Long.MIN_VALUE, List.of());

    private Progress() {}

    /**
     * The progress with a change of a batch in it; empty if it stays as it is.
     *
     * @param progress null if the cell has none yet
     */
    public static Optional<CellProgress> observe(@Nullable CellProgress progress, CellChange change) {
        CellProgress old = progress == null ? NONE : progress;
        List<BatchMark> batches = old.getBatches();
        String batchId = change.getSource().getBatchId();
        boolean begins = find(batches, batchId) == null;
        if (begins) {
            int forgotten = Math.max(0, batches.size() - BATCHES_REMEMBERED + 1);
            batches = new ArrayList<>(batches.subList(forgotten, batches.size()));
            batches.add(new BatchMark(batchId, old.getReached()));
        }
        CellSide after = change.getAfter();
        long reached = after == null
                ? old.getReached()
                : Math.max(old.getReached(), Periods.end(after.getStart(), after.getPrecision()));
        return begins || reached != old.getReached()
                ? Optional.of(new CellProgress(reached, batches))
                : Optional.empty();
    }

    /**
     * End of the latest period that earlier batches had reached, in milliseconds since 1970.
     *
     * @throws IllegalArgumentException if the batch is not remembered
     */
    public static long reachedBefore(@Nullable CellProgress progress, String batchId) {
        BatchMark mark = progress == null ? null : find(progress.getBatches(), batchId);
        if (mark == null) {
            throw new IllegalArgumentException("Batch " + batchId + " was not observed");
        }
        return mark.getReachedBefore();
    }

    private static @Nullable BatchMark find(List<BatchMark> batches, String batchId) {
        for (int i = batches.size() - 1; i >= 0; i--) {
            if (batches.get(i).getBatchId().equals(batchId)) {
                return batches.get(i);
            }
        }
        return null;
    }
}
