package org.vigia.trends.surges;

import java.util.Arrays;

/**
 * Where values lie and how far they spread, whatever a few of them are.
 *
 * @param median the median
 * @param spread 1.4826 times the median absolute deviation from the median, which for normal values is their standard
 *     deviation (Rousseeuw and Croux, "Alternatives to the Median Absolute Deviation", Journal of the American Statistical
 *     Association 88, 1993, 1273-1283)
 */
record Centre(double median, double spread) {

    private static final double CONSISTENCY = 1.4826;

    /**
     * Of at least one value.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Centre of(double... values) {
        double median = median(values);
        return new Centre(
                median,
                CONSISTENCY
                        * median(Arrays.stream(values)
                                .map(value -> Math.abs(value - median))
                                .toArray()));
    }

    /** The middle value, or the mean of the two in the middle. */
    static double median(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("No values have no median");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
