package org.vigia.trends.operational;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigia.events.OperationalWindow;
import org.vigia.trends.claims.Cell;
import org.vigia.trends.claims.Labels;
import org.vigia.trends.claims.MorphineEquivalents;
import org.vigia.trends.claims.Sums;
import org.vigia.trends.claims.WindowChange;
import org.vigia.trends.state.CellSide;
import org.vigia.trends.state.Label;
import org.vigia.trends.state.OperationalRow;

/** The rows of operational windows: which a claim counts in, how a change alters one, and how one is published. */
final class OperationalRows {

    private final HoppingWindows windows;
    private final MorphineEquivalents equivalents;

    OperationalRows(HoppingWindows windows, MorphineEquivalents equivalents) {
        this.windows = windows;
        this.equivalents = equivalents;
    }

    /** Starts of the windows that a claim counts in: none if it names a month or a year, longer than a window may be. */
    List<Long> starts(CellSide side) {
        return switch (side.getPrecision()) {
            case INSTANT, DAY -> windows.starts(side.getStart());
            case MONTH, YEAR -> List.of();
        };
    }

    OperationalRow apply(@Nullable OperationalRow row, WindowChange<Long> change) {
        OperationalRow old = row == null ? new OperationalRow(Sums.ZERO, Labels.NONE, Label.CLEAR) : row;
        return new OperationalRow(
                Sums.plus(old.getMeasures(), change.measures()),
                Labels.move(old.getLabels(), change.labelBefore(), change.labelAfter()),
                Labels.stricter(old.getStrictestEver(), change.labelAfter()));
    }

    OperationalWindow publish(Cell cell, long start, OperationalRow row) {
        return new OperationalWindow(
                cell.series(),
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(start + windows.size()),
                cell.drug(),
                cell.country(),
                cell.area(),
                cell.agency(),
                Sums.figures(row.getMeasures(), equivalents.weighs(cell)),
                Labels.published(Labels.strictest(row.getLabels(), row.getStrictestEver())));
    }
}
