package org.vigia.trends.calendar;

import org.jspecify.annotations.Nullable;
import org.vigia.events.SeizureTrend;
import org.vigia.trends.claims.Cell;
import org.vigia.trends.claims.Labels;
import org.vigia.trends.claims.MorphineEquivalents;
import org.vigia.trends.claims.Sums;
import org.vigia.trends.claims.WindowChange;
import org.vigia.trends.state.Label;
import org.vigia.trends.state.TrendRow;

/** The rows of calendar trends: how a change alters one, and how one is published. */
public final class TrendRows {

    private final MorphineEquivalents equivalents;

    public TrendRows(MorphineEquivalents equivalents) {
        this.equivalents = equivalents;
    }

    /**
     * The row after a change.
     *
     * @param row the row before it, null if there is none
     * @param correction whether the change is a correction or retraction, which the row's revision counts if a figure
     *     changes; additions do not raise it, so it does not depend on the order in which files are loaded
     * @param restating whether the change restates the row
     */
    public TrendRow apply(@Nullable TrendRow row, WindowChange<Window> change, boolean correction, boolean restating) {
        TrendRow old = row == null ? new TrendRow(Sums.ZERO, 0, Labels.NONE, Label.CLEAR, false) : row;
        return new TrendRow(
                Sums.plus(old.getMeasures(), change.measures()),
                correction && change.changesFigures() ? Math.addExact(old.getRevision(), 1) : old.getRevision(),
                Labels.move(old.getLabels(), change.labelBefore(), change.labelAfter()),
                Labels.stricter(old.getStrictestEver(), change.labelAfter()),
                old.getRestated() || restating);
    }

    /** The label of a row's own figures. */
    public static Label label(TrendRow row) {
        return Labels.strictest(row.getLabels(), row.getStrictestEver());
    }

    /**
     * A row as published. It shows the figures of the year before too, so it carries the stricter label of the two.
     *
     * @param previous the row of the same period one year before, null if there is none
     */
    public SeizureTrend publish(Cell cell, Window window, TrendRow row, @Nullable TrendRow previous) {
        boolean weighed = equivalents.weighs(cell);
        return new SeizureTrend(
                cell.series(),
                window.granularity(),
                window.start(),
                window.end(),
                cell.drug(),
                cell.country(),
                cell.area(),
                cell.agency(),
                Sums.figures(row.getMeasures(), weighed),
                previous == null ? null : Sums.figures(previous.getMeasures(), weighed),
                row.getRevision(),
                Labels.published(previous == null ? label(row) : Labels.stricter(label(row), label(previous))));
    }
}
