package org.vigia.trends.surges;

import java.util.List;

/**
 * How many incidents a month may have by chance, if nothing has changed since the same season of earlier years.
 *
 * <p>The months compared are those of the historical limits method (Stroup, Williamson, Herndon and Karon, "Detection of
 * aberrations in the occurrence of notifiable diseases surveillance data", Statistics in Medicine 8, 1989, 323-329): of
 * each earlier year the same month, the one before and the one after. The limit is that of Farrington, Andrews, Beale and
 * Catchpole ("A statistical algorithm for the early detection of outbreaks of infectious disease", Journal of the Royal
 * Statistical Society A 159, 1996, 547-563), which takes the skewness of small counts away by the power of 2/3:
 *
 * <pre>limit = m (1 + 2/3 z sqrt(f m + v) / m) ^ 3/2</pre>
 *
 * where m is what is expected, f the dispersion (1 for Poisson counts) and v the variance of the estimate of m. Instead of
 * fitting a regression and giving past outbreaks less weight, m is the median and f comes from the median absolute
 * deviation, so that an earlier surge neither hides a new one nor needs to be found first; v is that of a median,
 * pi/2 f m / n. A few months of a season may happen to be alike, so f is taken from the year before the month too, where
 * that varies more.
 *
 * @param values what is compared with, at least one
 * @param median of the values
 * @param dispersion variance divided by the mean, at least 1
 * @param limit more incidents than this are unusual
 */
record ExpectedCount(List<Long> values, double median, double dispersion, double limit) {

    /** Of months without any incident as much is expected: a rate of nothing cannot be told from a small one. */
    private static final double LEAST = 0.5;

    private static final int LEAST_LATELY = 6;

    /**
     * From the months compared.
     *
     * @param lately incidents of the months of the year before, which say how much the counts vary; too few are left out
     * @param z standard normal quantile of the probability with which chance may pass the limit
     * @throws IllegalArgumentException if there are no values
     */
    static ExpectedCount of(List<Long> values, List<Long> lately, double z) {
        Centre centre = centre(values);
        double expected = Math.max(centre.median(), LEAST);
        double spread = lately.size() < LEAST_LATELY
                ? centre.spread()
                : Math.max(centre.spread(), centre(lately).spread());
        double dispersion = Math.max(1, spread * spread / expected);
        double variance = dispersion * expected * (1 + Math.PI / 2 / values.size());
        double limit = expected * StrictMath.pow(1 + 2.0 / 3 * z * Math.sqrt(variance) / expected, 1.5);
        return new ExpectedCount(List.copyOf(values), centre.median(), dispersion, limit);
    }

    private static Centre centre(List<Long> counts) {
        return Centre.of(counts.stream().mapToDouble(Long::doubleValue).toArray());
    }

    /** How many times as many there are as expected; of an expectation below one, as many as there are. */
    double ratio(long events) {
        return events / Math.max(1, median);
    }
}
