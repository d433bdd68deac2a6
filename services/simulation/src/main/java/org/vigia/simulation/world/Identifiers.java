package org.vigia.simulation.world;

import java.util.Locale;

/** Numbers as authorities and carriers write them. Different numbers give different identifiers. */
public final class Identifiers {

    private static final long MASK = (1L << 36) - 1;
    private static final int OWNERS = 26 * 26;
    private static final int SERIALS = 1_000_000;

    private final long odd;
    private final long shift;

    public Identifiers(long seed) {
        odd = Draw.mix(seed) | 1;
        shift = Draw.mix(seed + 1);
    }

    /** A natural key that does not show in which order events were made. */
    public String key(String prefix, long number) {
        String digits = Long.toString((number * odd + shift) & MASK, 36).toUpperCase(Locale.ROOT);
        return prefix + "-" + "0".repeat(7 - digits.length()) + digits;
    }

    /**
     * A container number with its check digit (ISO 6346). Owner codes begin with V, which no carrier of note has.
     *
     * @param number below 676 million
     */
    public static String container(long number) {
        int owner = (int) (number / SERIALS % OWNERS);
        StringBuilder text = new StringBuilder(11)
                .append('V')
                .append((char) ('A' + owner / 26))
                .append((char) ('A' + owner % 26))
                .append('U');
        String serial = Long.toString(number % SERIALS);
        text.repeat('0', 6 - serial.length()).append(serial);
        return text.append(checkDigit(text)).toString();
    }

    /** ISO 6346: letters count from 10 on without the multiples of 11, each place weighs a power of two. */
    private static int checkDigit(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c - '0';
            if (c >= 'A') {
                value = 10 + (c - 'A');
                value += (value - 1) / 10;
            }
            sum += value << i;
        }
        return sum % 11 % 10;
    }

    static String seal(long number) {
        return "SL" + (10_000_000L + number);
    }

    static String lot(long number) {
        return "L" + (100_000L + number);
    }
}
