package org.vigia.standalone.results;

import java.math.BigDecimal;

/** Scaled integers as plain decimals: no exponent, no trailing zeros. */
final class Decimals {

    private Decimals() {}

    /** Kilograms from micrograms. */
    static String kilograms(long micrograms) {
        return plain(micrograms, 9);
    }

    /** Litres from microlitres. */
    static String litres(long microlitres) {
        return plain(microlitres, 6);
    }

    /** Units from thousandths. */
    static String units(long milliunits) {
        return plain(milliunits, 3);
    }

    private static String plain(long scaled, int scale) {
        return scaled == 0
                ? "0"
                : BigDecimal.valueOf(scaled, scale).stripTrailingZeros().toPlainString();
    }
}
