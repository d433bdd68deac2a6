package org.vigia.standalone.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigia.events.SeizureTrend;
import org.vigia.events.TrendFigures;

/** Calendar trends of one series as CSV, sorted by period and cell. */
final class TrendsCsv {

    private static final Comparator<SeizureTrend> ORDER = Comparator.comparing(SeizureTrend::getGranularity)
            .thenComparing(SeizureTrend::getWindowStart)
            .thenComparing(SeizureTrend::getDrug)
            .thenComparing(SeizureTrend::getCountry)
            .thenComparing(SeizureTrend::getArea)
            .thenComparing(SeizureTrend::getAgency);

    private TrendsCsv() {}

    /** Writes the trends that are wanted; returns how many. */
    static int write(Path file, Collection<SeizureTrend> trends, Predicate<SeizureTrend> wanted) throws IOException {
        List<SeizureTrend> rows = trends.stream().filter(wanted).sorted(ORDER).toList();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord(
                    "granularity",
                    "window_start",
                    "window_end",
                    "drug",
                    "country",
                    "area",
                    "agency",
                    "events",
                    "quantity_kg",
                    "units",
                    "mme_kg",
                    "previous_year_quantity_kg",
                    "revision");
            for (SeizureTrend trend : rows) {
                csv.writeRecord(cells(trend));
            }
        }
        return rows.size();
    }

    private static String[] cells(SeizureTrend trend) {
        TrendFigures figures = trend.getFigures();
        @Nullable Long equivalent = figures.getMorphineEquivalentMicrograms();
        @Nullable TrendFigures previous = trend.getPreviousYear();
        return new String[] {
            trend.getGranularity().name(),
            trend.getWindowStart().toString(),
            trend.getWindowEnd().toString(),
            trend.getDrug(),
            trend.getCountry(),
            trend.getArea(),
            trend.getAgency(),
            Long.toString(figures.getEvents()),
            Decimals.kilograms(figures.getMicrograms()),
            Decimals.units(figures.getMilliunits()),
            equivalent == null ? "" : Decimals.kilograms(equivalent),
            previous == null ? "" : Decimals.kilograms(previous.getMicrograms()),
            Integer.toString(trend.getRevision())
        };
    }
}
