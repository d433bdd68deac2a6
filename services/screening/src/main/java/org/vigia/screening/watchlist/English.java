package org.vigia.screening.watchlist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigia.events.MeasurementUnit;
import org.vigia.events.Quantity;
import org.vigia.events.TimePrecision;

/** Dates, quantities and quotations in plain English. */
final class English {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final int LONGEST_EXCERPT = 200;

    private English() {}

    /** For example {@code 3 December 2024}. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** A date as exactly as it is known; "" if it is known to the day. */
    static String vagueness(LocalDate first, TimePrecision precision) {
        return switch (precision) {
            case MONTH ->
                "only the month, " + MONTH.format(first)
                        + ", is known, so it is counted from the first day of that month";
            case YEAR ->
                "only the year, " + first.getYear() + ", is known, so it is counted from the first day of that year";
            case DAY, INSTANT, UNKNOWN -> "";
        };
    }

    /** A text between quotation marks, on one line. */
    static String quoted(String text) {
        return '"' + onOneLine(text) + '"';
    }

    /** The same of a text that strangers wrote, cut if it is long; the evidence keeps it whole. */
    static String excerpt(String text) {
        String line = onOneLine(text);
        if (line.length() <= LONGEST_EXCERPT) {
            return '"' + line + '"';
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_EXCERPT - 1)) ? LONGEST_EXCERPT - 1 : LONGEST_EXCERPT;
        return '"' + line.substring(0, end) + "...\"";
    }

    private static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** For example {@code 500 kilograms}; "an unknown quantity" if there is none. */
    static String quantity(@Nullable Quantity quantity) {
        if (quantity == null) {
            return "an unknown quantity";
        }
        return amount(new BigDecimal(quantity.getAmount()), unit(quantity.getUnit()));
    }

    static String measure(Measure measure) {
        return amount(measure.amount(), measure.kind().unit);
    }

    private static String amount(BigDecimal amount, String unit) {
        String number = amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
        return number + ' ' + unit + (number.equals("1") || unit.startsWith("(") ? "" : "s");
    }

    private static String unit(MeasurementUnit unit) {
        return unit == MeasurementUnit.UNKNOWN
                ? "(in an unknown unit)"
                : unit.name().toLowerCase(Locale.ROOT);
    }

    /** {@code line 1}, {@code lines 1 and 2}, {@code lines 1, 2 and 3}. */
    static String lines(List<String> numbers) {
        int last = numbers.size() - 1;
        return last == 0
                ? "line " + numbers.getFirst()
                : "lines " + String.join(", ", numbers.subList(0, last)) + " and " + numbers.get(last);
    }
}
