package org.vigia.screening.history;

import java.util.Arrays;
import java.util.Collection;

/**
 * Where positive values usually lie: median and median absolute deviation of their logarithms. Half of the values may
 * be wrong without moving either far.
 *
 * @param median of the values
 * @param deviation of their natural logarithms, scaled to the standard deviation of a normal distribution (factor
 *     1.4826, Rousseeuw and Croux 1993), at least {@link #LEAST_DEVIATION}
 * @param count how many values
 */
record Robust(double median, double deviation, int count) {

    private static final double TO_NORMAL = 1.4826;

    /** A tenth up or down is nothing in trade, however steady a series is. */
    static final double LEAST_DEVIATION = 0.1;

    /** @throws IllegalArgumentException if there are no values or one is not positive */
    static Robust of(Collection<Double> values) {
        double[] logs = values.stream().mapToDouble(Robust::log).toArray();
        if (logs.length == 0) {
            throw new IllegalArgumentException("No values");
        }
        double median = median(logs);
        double[] distances =
                Arrays.stream(logs).map(value -> Math.abs(value - median)).toArray();
        return new Robust(Math.exp(median), Math.max(LEAST_DEVIATION, TO_NORMAL * median(distances)), logs.length);
    }

    private static double log(double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("Not positive: " + value);
        }
        return Math.log(value);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** How many times the median a value is. */
    double ratio(double value) {
        return value / median;
    }

    /** How many deviations the logarithm of a value lies above the median; negative below. */
    double deviations(double value) {
        return (Math.log(value) - Math.log(median)) / deviation;
    }
}
