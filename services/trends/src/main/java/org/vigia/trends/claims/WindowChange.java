package org.vigia.trends.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigia.trends.state.CellChange;
import org.vigia.trends.state.CellSide;
import org.vigia.trends.state.Label;
import org.vigia.trends.state.Measures;

/**
 * What one change of a cell does to one of its windows, both sides netted: a claim that moves from one day to another
 * within a month changes two days and leaves the month alone.
 *
 * @param window the window
 * @param measures what is added, negative if taken away; may be zero if only the label changes
 * @param labelBefore label of the claim as it counted in the window, null if it did not
 * @param labelAfter label of the claim as it counts in the window now, null if it does not
 */
public record WindowChange<W>(
        W window,
        Measures measures,
        @Nullable Label labelBefore,
        @Nullable Label labelAfter) {

    /**
     * The windows that a change touches, each once; windows that it leaves as they are, are left out.
     *
     * @param windows the windows that one side counts in
     */
    public static <W> List<WindowChange<W>> of(CellChange change, Function<CellSide, List<W>> windows) {
        CellSide before = change.getBefore();
        CellSide after = change.getAfter();
        List<W> oldWindows = before == null ? List.of() : windows.apply(before);
        List<W> newWindows = after == null ? List.of() : windows.apply(after);
        List<WindowChange<W>> changes = new ArrayList<>(4);
        if (before != null) {
            for (W window : oldWindows) {
                if (!newWindows.contains(window)) {
                    changes.add(
                            new WindowChange<>(window, Sums.negative(before.getMeasures()), before.getLabel(), null));
                }
            }
        }
        if (after != null) {
            for (W window : newWindows) {
                if (before == null || !oldWindows.contains(window)) {
                    changes.add(new WindowChange<>(window, after.getMeasures(), null, after.getLabel()));
                } else if (before.getLabel() != after.getLabel()
                        || !Sums.same(before.getMeasures(), after.getMeasures())) {
                    Measures difference = Sums.minus(after.getMeasures(), before.getMeasures());
                    changes.add(new WindowChange<>(window, difference, before.getLabel(), after.getLabel()));
                }
            }
        }
        return changes;
    }

    /** Whether any figure of the window changes. */
    public boolean changesFigures() {
        return !Sums.isZero(measures);
    }
}
