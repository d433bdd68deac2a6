package org.vigia.screening.watchlist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.events.GoodsLine;
import org.vigia.events.MeasurementUnit;
import org.vigia.events.Quantity;
import org.vigia.events.TimePrecision;
import org.vigia.schemas.validity.EventFaults;

/** Dates, quantities and quotations in plain English. */
public final class English {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    public static final int LONGEST_EXCERPT = 200;

    /** Of more lines than this, a sentence names only the first ones. */
    static final int MOST_LINES = 20;

    private static final int MOST_NUMBERS = 5;

    private English() {}

    /** For example {@code 3 December 2024}. */
    public static String day(LocalDate date) {
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

    /** The date of a shipment as exactly as it is known. */
    public static String days(ShipmentDays days) {
        return switch (days.precision()) {
            case MONTH -> MONTH.format(days.first());
            case YEAR -> Integer.toString(days.first().getYear());
            case DAY, INSTANT, UNKNOWN -> DAY.format(days.first());
        };
    }

    /** A text between quotation marks, on one line. */
    public static String quoted(String text) {
        return '"' + onOneLine(text) + '"';
    }

    /** The same of a text that strangers wrote, cut if it is long; the evidence keeps more of it. */
    public static String excerpt(String text) {
        return '"' + cut(onOneLine(text), LONGEST_EXCERPT) + '"';
    }

    /** At most so many characters of a text, and three dots if it is longer. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most) + "...";
    }

    /** Numbers that strangers wrote, the first five of them. */
    static String numbers(Collection<?> numbers) {
        String first =
                numbers.stream().limit(MOST_NUMBERS).map(Object::toString).collect(Collectors.joining(" and "));
        return numbers.size() <= MOST_NUMBERS ? first : first + " and " + (numbers.size() - MOST_NUMBERS) + " more";
    }

    private static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** For example {@code 500 kilograms}; "an unknown quantity" if there is none. */
    static String quantity(@Nullable Quantity quantity) {
        if (quantity == null) {
            return "an unknown quantity";
        }
        String unit = unit(quantity.getUnit());
        // Of a list, nobody has checked the amount yet.
        return EventFaults.isDecimal(quantity.getAmount())
                ? amount(new BigDecimal(quantity.getAmount()), unit)
                : excerpt(quantity.getAmount()) + ' ' + unit;
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

    /** The partner's number of a goods line, or where in the file the line stands. */
    static String number(GoodsLine goods) {
        if (!goods.getLine().isEmpty()) {
            return goods.getLine();
        }
        return goods.getSourceLine() > 0 ? "(line " + goods.getSourceLine() + " of the file)" : "(without a number)";
    }

    /** {@code line 1}, {@code lines 1 and 2}, {@code lines 1, 2 and 3}; of many, the first and how many more. */
    static String lines(List<String> numbers) {
        if (numbers.size() > MOST_LINES) {
            return "lines " + String.join(", ", numbers.subList(0, MOST_LINES)) + " and "
                    + (numbers.size() - MOST_LINES) + " more";
        }
        int last = numbers.size() - 1;
        return last == 0
                ? "line " + numbers.getFirst()
                : "lines " + String.join(", ", numbers.subList(0, last)) + " and " + numbers.get(last);
    }
}
