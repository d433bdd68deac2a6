package org.vigia.trends.claims;

import org.vigia.events.TrendFigures;
import org.vigia.trends.state.Measures;

/**
 * Exact arithmetic on measures. Mass, volume and counts have a sum each and are never added to each other.
 *
 * <p>A sum of 64 bits holds 9.2 million tonnes, which only wrong claims can reach, 92 of them at the limit of one. It wraps
 * then and shows as negative, and is published as the largest number: no claim may stop the counting, and once the
 * wrong ones are taken back the sum is exact again, because wrapping loses nothing.
 */
public final class Sums {

    public static final Measures ZERO = new Measures(0L, 0L, 0L, 0L, 0L);

    private Sums() {}

    public static Measures plus(Measures a, Measures b) {
        return new Measures(
                a.getEvents() + b.getEvents(),
                a.getMicrograms() + b.getMicrograms(),
                a.getMicrolitres() + b.getMicrolitres(),
                a.getMilliunits() + b.getMilliunits(),
                a.getMorphineEquivalentMicrograms() + b.getMorphineEquivalentMicrograms());
    }

    public static Measures minus(Measures a, Measures b) {
        return plus(a, negative(b));
    }

    public static Measures negative(Measures a) {
        return new Measures(
                -a.getEvents(),
                -a.getMicrograms(),
                -a.getMicrolitres(),
                -a.getMilliunits(),
                -a.getMorphineEquivalentMicrograms());
    }

    public static boolean isZero(Measures a) {
        return a.getEvents() == 0
                && a.getMicrograms() == 0
                && a.getMicrolitres() == 0
                && a.getMilliunits() == 0
                && a.getMorphineEquivalentMicrograms() == 0;
    }

    public static boolean same(Measures a, Measures b) {
        return a.getEvents() == b.getEvents()
                && a.getMicrograms() == b.getMicrograms()
                && a.getMicrolitres() == b.getMicrolitres()
                && a.getMilliunits() == b.getMilliunits()
                && a.getMorphineEquivalentMicrograms() == b.getMorphineEquivalentMicrograms();
    }

    /** As published; {@code weighed} says whether the cell's drug has a morphine-equivalent factor. */
    public static TrendFigures figures(Measures a, boolean weighed) {
        return new TrendFigures(
                published(a.getEvents()),
                published(a.getMicrograms()),
                published(a.getMicrolitres()),
                published(a.getMilliunits()),
                weighed ? published(a.getMorphineEquivalentMicrograms()) : null);
    }

    /** A difference of two sums as published, which may be less than nothing. */
    public static TrendFigures change(Measures a, boolean weighed) {
        return new TrendFigures(
                a.getEvents(),
                a.getMicrograms(),
                a.getMicrolitres(),
                a.getMilliunits(),
                weighed ? a.getMorphineEquivalentMicrograms() : null);
    }

    /** No claim adds less than nothing, so a negative sum is one that has wrapped. */
    private static long published(long sum) {
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
