package org.vigia.trends.surges;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigia.events.TrendSeries;
import org.vigia.trends.claims.Cell;
import org.vigia.trends.state.Label;
import org.vigia.trends.state.MonthFigure;

/** Series by their counts, one month after the other from January 2020 on. */
final class Fixtures {

    static final int JANUARY_2020 = Months.of(LocalDate.of(2020, 1, 1));

    private static final long KILOGRAM = 1_000_000_000L;

    private Fixtures() {}

    static Cell cell(String area) {
        return new Cell(TrendSeries.SEIZURES, "cocaine", "MX", area, "SEMAR");
    }

    /** A kilogram for each incident. */
    static Series series(String area, long... counts) {
        NavigableMap<Integer, MonthFigure> figures = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            figures.put(JANUARY_2020 + i, new MonthFigure(counts[i], counts[i] * KILOGRAM, Label.GREEN));
        }
        return new Series(cell(area), figures);
    }

    /** Of an agency that has reported everything, and the beginning of the month after the last. */
    static ReportedSeries reported(Series series) {
        NavigableMap<Integer, Long> everywhere = new TreeMap<>();
        for (int month = JANUARY_2020; month <= series.figures().lastKey() + 1; month++) {
            everywhere.put(month, 100L);
        }
        return new ReportedSeries(series, Reporting.of(Map.of(series.area(), everywhere)));
    }

    /** So many months of one count, then so many of another. */
    static long[] change(int before, long countBefore, int after, long countAfter) {
        long[] counts = new long[before + after];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = i < before ? countBefore : countAfter;
        }
        return counts;
    }
}
