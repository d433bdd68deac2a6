package org.vigia.trends.restatements;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.vigia.trends.calendar.Window;
import org.vigia.trends.claims.Labels;
import org.vigia.trends.claims.Sums;
import org.vigia.trends.claims.WindowChange;
import org.vigia.trends.state.BatchEffect;
import org.vigia.trends.state.CellChange;
import org.vigia.trends.state.ClaimCause;
import org.vigia.trends.state.ClaimEffect;
import org.vigia.trends.state.Label;

/** Which changes restate a row, and how those of one batch are folded together. */
public final class Effects {

    private Effects() {}

    /**
     * Why a change restates a row; null if it does not. A correction of a counted claim always does, if it changes a
     * figure of the row. An addition does if the claims of the cell had passed the end of the row's period before this
     * batch began.
     *
     * @param reachedBefore end of the latest period that earlier batches had reached, in milliseconds since 1970
     */
    public static @Nullable ClaimCause cause(CellChange change, WindowChange<Window> window, long reachedBefore) {
        if (!window.changesFigures()) {
            return null;
        }
        return switch (change.getCause()) {
            case ADDED -> endMillis(window) <= reachedBefore ? ClaimCause.LATE : null;
            case REVISED -> ClaimCause.REVISED;
            case RETRACTED -> ClaimCause.RETRACTED;
        };
    }

    /**
     * What a claim changes of a row in a batch, one more change included. A claim that came late and is revised in the
     * same batch stays late: the figure never held its first version when the batch began.
     *
     * @param effect what it has changed so far, null if nothing
     */
    static ClaimEffect fold(
            @Nullable ClaimEffect effect, ClaimCause cause, CellChange change, WindowChange<Window> window) {
        if (effect == null) {
            return new ClaimEffect(cause, window.measures(), change.getSource());
        }
        boolean staysLate = effect.getCause() == ClaimCause.LATE && cause == ClaimCause.REVISED;
        return new ClaimEffect(
                staysLate ? ClaimCause.LATE : cause,
                Sums.plus(effect.getChange(), window.measures()),
                change.getSource());
    }

    /**
     * What a batch changes of a row, one more change included.
     *
     * @param effect what it has changed so far, null if nothing
     * @param newClaim whether the change is the first of its claim in this row and batch
     */
    static BatchEffect fold(@Nullable BatchEffect effect, boolean newClaim, WindowChange<Window> window) {
        BatchEffect old = effect == null ? new BatchEffect(0, Sums.ZERO, Label.CLEAR) : effect;
        Label strictest =
                Labels.stricter(Labels.stricter(old.getStrictest(), window.labelBefore()), window.labelAfter());
        return new BatchEffect(
                old.getClaims() + (newClaim ? 1 : 0), Sums.plus(old.getChange(), window.measures()), strictest);
    }

    private static long endMillis(WindowChange<Window> window) {
        return window.window().end().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
