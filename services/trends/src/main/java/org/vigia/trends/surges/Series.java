package org.vigia.trends.surges;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Granularity;
import org.vigia.trends.calendar.Window;
import org.vigia.trends.claims.Cell;
import org.vigia.trends.claims.Labels;
import org.vigia.trends.state.Label;
import org.vigia.trends.state.MonthFigure;

/**
 * The monthly figures of one cell.
 *
 * @param figures by {@link Months month}; a month without a claim has none
 */
record Series(Cell cell, NavigableMap<Integer, MonthFigure> figures) {

    Series {
        figures = Collections.unmodifiableNavigableMap(new TreeMap<>(figures));
    }

    /** Incidents of a month. */
    long events(int month) {
        MonthFigure figure = figures.get(month);
        return figure == null ? 0 : figure.getEvents();
    }

    /** Mass of a month in micrograms. */
    long micrograms(int month) {
        MonthFigure figure = figures.get(month);
        return figure == null ? 0 : figure.getMicrograms();
    }

    /** The stricter of a label and those of the figures from one month to another, both included. */
    Label strictest(Label label, int from, int to) {
        Label strictest = label;
        for (MonthFigure figure : figures.subMap(from, true, to, true).values()) {
            strictest = Labels.stricter(strictest, figure.getLabel());
        }
        return strictest;
    }

    /** Key of the calendar trend of a month. */
    String trendKey(int month) {
        return trendKey(cell, Months.start(month));
    }

    static String trendKey(Cell cell, LocalDate start) {
        return new Window(Granularity.MONTH, start).key(cell.key());
    }

    /** The area as {@link Reporting} and {@link Neighbours} know it. */
    Area area() {
        return Area.of(cell);
    }

    /** First month with a claim; null if there is none. */
    @Nullable
    Integer first() {
        return figures.isEmpty() ? null : figures.firstKey();
    }
}
