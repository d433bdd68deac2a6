package org.vigia.trends.surges;

import java.util.List;

/**
 * Monthly counts before and after a date.
 *
 * <p>The logarithm of the ratio of the two rates, divided by its standard error, is a standard normal z under no change
 * (Rothman, Greenland and Lash, "Modern Epidemiology", 3rd edition 2008, chapter 14); half an incident is added to either
 * side so that it exists for zeros (Haldane, Annals of Human Genetics 20, 1956, 309-311). Counts that vary more than
 * Poisson counts do have the error widened by the root of the dispersion, Pearson's chi-squared over its degrees of
 * freedom (McCullagh and Nelder, "Generalized Linear Models", 2nd edition 1989, section 4.5).
 *
 * @param before incidents of each month before, at least one month
 * @param after and after
 */
record RateChange(List<Long> before, List<Long> after) {

    private static final double HALF = 0.5;

    RateChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    long sumBefore() {
        return sum(before);
    }

    long sumAfter() {
        return sum(after);
    }

    double meanBefore() {
        return mean(before);
    }

    double meanAfter() {
        return mean(after);
    }

    double medianBefore() {
        return median(before);
    }

    double medianAfter() {
        return median(after);
    }

    /** Below 0 for a fall, above 0 for a rise. */
    double z() {
        double rateBefore = (sumBefore() + HALF) / before.size();
        double rateAfter = (sumAfter() + HALF) / after.size();
        double variance = dispersion() * (1 / (sumBefore() + HALF) + 1 / (sumAfter() + HALF));
        return StrictMath.log(rateAfter / rateBefore) / Math.sqrt(variance);
    }

    /** At least 1. */
    double dispersion() {
        int freedom = before.size() + after.size() - 2;
        return freedom <= 0 ? 1 : Math.max(1, (pearson(before) + pearson(after)) / freedom);
    }

    private static double pearson(List<Long> counts) {
        double mean = mean(counts);
        return mean == 0
                ? 0
                : counts.stream()
                                .mapToDouble(count -> (count - mean) * (count - mean))
                                .sum()
                        / mean;
    }

    private static double median(List<Long> counts) {
        return Centre.median(counts.stream().mapToDouble(Long::doubleValue).toArray());
    }

    private static double mean(List<Long> counts) {
        return (double) sum(counts) / counts.size();
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
