package org.vigia.screening.history;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, numbers and quotations in plain English. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final MathContext DIGITS = new MathContext(4);
    private static final double MILLIS_A_DAY = 86_400_000.0;

    private Words() {}

    /** The day (UTC) of a time in milliseconds since 1970, for example {@code 3 December 2024}. */
    public static String day(long at) {
        return DAY.format(Instant.ofEpochMilli(at).atOffset(ZoneOffset.UTC));
    }

    /** Whole days between two times in milliseconds. */
    static long days(long from, long until) {
        return Math.round((until - from) / MILLIS_A_DAY);
    }

    /** To four significant digits, without exponent. */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** For example {@code 12.5 kg}. */
    static String kilograms(double value) {
        return number(value) + " kg";
    }

    /** A text that strangers wrote, between quotation marks, on one line. */
    static String quoted(String text) {
        return '"' + text.strip().replaceAll("\\s+", " ") + '"';
    }
}
