package org.vigia.trends.claims;

import org.vigia.events.TrendFigures;
import org.vigia.trends.state.Measures;

/**
 * Exact arithmetic on measures. Mass, volume and counts have a sum each and are never added to each other.
 *
 * <p>Every operation throws an {@link ArithmeticException} that names the measure if a sum leaves 64 bits (9.2 million
 * tonnes), which only wrong claims can reach.
 */
public final class Sums {

    public static final Measures ZERO = new Measures(0L, 0L, 0L, 0L, 0L);

    private Sums() {}

    public static Measures plus(Measures a, Measures b) {
        return new Measures(
                add("events", a.getEvents(), b.getEvents()),
                add("micrograms", a.getMicrograms(), b.getMicrograms()),
                add("microlitres", a.getMicrolitres(), b.getMicrolitres()),
                add("milliunits", a.getMilliunits(), b.getMilliunits()),
                add(
                        "morphine-equivalent micrograms",
                        a.getMorphineEquivalentMicrograms(),
                        b.getMorphineEquivalentMicrograms()));
    }

    public static Measures minus(Measures a, Measures b) {
        return plus(a, negative(b));
    }

    public static Measures negative(Measures a) {
        return new Measures(
                Math.negateExact(a.getEvents()),
                Math.negateExact(a.getMicrograms()),
                Math.negateExact(a.getMicrolitres()),
                Math.negateExact(a.getMilliunits()),
                Math.negateExact(a.getMorphineEquivalentMicrograms()));
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
                a.getEvents(),
                a.getMicrograms(),
                a.getMicrolitres(),
                a.getMilliunits(),
                weighed ? a.getMorphineEquivalentMicrograms() : null);
    }

    private static long add(String measure, long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw new ArithmeticException("The sum of " + measure + " leaves 64 bits: " + a + " + " + b);
        }
        return sum;
    }
}
