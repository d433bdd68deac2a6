package org.vigia.producers.cell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;
import org.vigia.events.TimePrecision;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.RowRejection;

/** Dates as ISO 8601 has them: an instant with its offset from UTC, a day, a month and, for listings, a year. */
public final class Dates {

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final String WHOLE_YEAR = "-XX";

    /** ISO 8601-2: some month of the year, so that an annual figure is not taken for a date that was cut off. */
    private static final Pattern SOME_MONTH = Pattern.compile("(\\d{4})-XX");

    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}.*");
    private static final Pattern OFFSET = Pattern.compile(".*([Zz]|[+-]\\d{2}(:?\\d{2})?)");
    private static final int SHORTEST_TIME = 16;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private static final Memo<EventDate> PARSED = new Memo<>();

    private Dates() {}

    /** An instant, day or month; null if the cell is empty. */
    public static @Nullable EventDate of(Cells cells, String column) {
        String text = cells.text(column);
        if (text.isEmpty()) {
            return null;
        }
        EventDate date = PARSED.of(text, unread -> parse(unread, column));
        if (date.precision() == TimePrecision.YEAR && !text.endsWith(WHOLE_YEAR)) {
            throw invalid(
                    column,
                    text,
                    "a year alone is too coarse for an event. Give the month or the day,"
                            + " or write 2024-XX for a figure of the whole year");
        }
        return date;
    }

    /** A day, month or year; null if the cell is empty. */
    public static @Nullable EventDate listing(String text, String column) {
        return text.isEmpty() ? null : parse(text, column);
    }

    /**
     * Refuses an event that has not happened yet.
     *
     * @param asOf last day on which an event may have begun, UTC
     */
    public static EventDate notAfter(EventDate date, LocalDate asOf, String column) {
        if (date.day().isAfter(asOf)) {
            throw new RowRejection(
                    RejectionReason.FUTURE_DATE,
                    "Column " + column + " is " + date.day() + ", which is after " + asOf
                            + ", the day of this load. Correct the date, or send the row once it has happened.");
        }
        return date;
    }

    private static EventDate parse(String text, String column) {
        try {
            if (text.length() >= SHORTEST_TIME && TIME.matcher(text).matches()) {
                return instant(text, column);
            }
            if (YEAR.matcher(text).matches()) {
                return EventDate.of(LocalDate.of(year(text, column, text), 1, 1), TimePrecision.YEAR);
            }
            Matcher someMonth = SOME_MONTH.matcher(text);
            if (someMonth.matches()) {
                return EventDate.of(LocalDate.of(year(someMonth.group(1), column, text), 1, 1), TimePrecision.YEAR);
            }
            Matcher month = MONTH.matcher(text);
            if (month.matches()) {
                return EventDate.of(
                        YearMonth.of(year(month.group(1), column, text), Integer.parseInt(month.group(2)))
                                .atDay(1),
                        TimePrecision.MONTH);
            }
            Matcher day = DAY.matcher(text);
            if (day.matches()) {
                LocalDate date = LocalDate.of(
                        year(day.group(1), column, text),
                        Integer.parseInt(day.group(2)),
                        Integer.parseInt(day.group(3)));
                return EventDate.of(date, TimePrecision.DAY);
            }
        } catch (DateTimeException e) {
            throw invalid(column, text, "there is no such date. Correct it");
        }
        throw invalid(column, text, "it must be written as 2024-03-05, 2024-03 or 2024-03-05T14:30:00Z (ISO 8601)");
    }

    private static EventDate instant(String text, String column) {
        if (!OFFSET.matcher(text.substring(16)).matches()) {
            throw invalid(
                    column, text, "the offset from UTC is missing. Write 2024-03-05T14:30:00-06:00, or Z for UTC");
        }
        year(text.substring(0, 4), column, text);
        String iso = text.replace(' ', 'T').toUpperCase(Locale.ROOT);
        if (iso.matches(".*[+-]\\d{4}")) {
            iso = iso.substring(0, iso.length() - 2) + ":" + iso.substring(iso.length() - 2);
        }
        return new EventDate(
                OffsetDateTime.parse(iso).toInstant().truncatedTo(ChronoUnit.MILLIS), TimePrecision.INSTANT);
    }

    private static int year(String digits, String column, String text) {
        int year = Integer.parseInt(digits);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw invalid(column, text, "the year must lie between " + FIRST_YEAR + " and " + LAST_YEAR);
        }
        return year;
    }

    private static RowRejection invalid(String column, String text, String why) {
        return new RowRejection(
                RejectionReason.INVALID_DATE, "Column " + column + " holds " + Quote.of(text) + ": " + why + ".");
    }
}
