package org.vigia.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ListingPeriod;
import org.vigia.events.TimePrecision;
import org.vigia.events.WatchListEntry;
import org.vigia.schemas.fixtures.Events;
import org.vigia.schemas.fixtures.RealData;

/** The 340 compiled control-list rows, which only a machine with the shared data has. */
final class ControlLists {

    private static final Pattern LEADING_DATE = Pattern.compile("^(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?");

    /** One row; {@code listedFrom} is absent where the row does not begin with a date. */
    record Row(
            int line,
            String authority,
            String list,
            String name,
            @Nullable String cas,
            @Nullable LocalDate listedFrom,
            TimePrecision precision,
            String source,
            String confidence) {

        String entryId() {
            return authority + "/" + list + "/" + (cas == null ? name : cas);
        }

        WatchListEntry entry() {
            return WatchListEntry.newBuilder()
                    .setEntryId(entryId())
                    .setAuthority(authority)
                    .setList(list)
                    .setName(name)
                    .setCas(cas)
                    .setPeriods(List.of(ListingPeriod.newBuilder()
                            .setListedFrom(listedFrom)
                            .setPrecision(precision)
                            .setReference(source)
                            .setLine(line)
                            .build()))
                    .setConfidence(confidence)
                    .setRecordedAt(Events.RECORDED_AT)
                    .setSource(Events.source("control-lists", line))
                    .build();
        }
    }

    private ControlLists() {}

    /** Reads the rows; skips the test where the data is not, fails it where CI says that it must be. */
    static List<Row> rows() {
        Path file = RealData.file("chem/control_lists_compiled.tsv");
        try {
            List<String> lines = Files.readAllLines(file);
            return IntStream.range(1, lines.size())
                    .mapToObj(i -> row(i + 1, lines.get(i).split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(int line, String[] cells) {
        Matcher date = LEADING_DATE.matcher(cells[5]);
        boolean dated = date.find();
        return new Row(
                line,
                cells[0],
                cells[1],
                cells[2],
                cells[4].isBlank() ? null : cells[4],
                dated ? LocalDate.of(number(date, 1), number(date, 2), number(date, 3)) : null,
                !dated
                        ? TimePrecision.UNKNOWN
                        : date.group(3) != null
                                ? TimePrecision.DAY
                                : date.group(2) != null ? TimePrecision.MONTH : TimePrecision.YEAR,
                cells[6],
                cells[7]);
    }

    private static int number(Matcher date, int group) {
        return date.group(group) == null ? 1 : Integer.parseInt(date.group(group));
    }
}
