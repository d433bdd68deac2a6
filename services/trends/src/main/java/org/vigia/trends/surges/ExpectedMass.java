package org.vigia.trends.surges;

import java.util.List;

/**
 * How much a month may weigh by chance, from the months in which anything was weighed. The masses of seizures spread over
 * orders of magnitude, so their logarithms are compared, by the modified z-score (Iglewicz and Hoaglin, "How to Detect and
 * Handle Outliers", ASQC Quality Press 1993, who call scores above 3.5 outliers).
 *
 * @param months how many months were compared with
 * @param medianKilograms their median
 * @param limitKilograms more than this is unusual
 */
record ExpectedMass(int months, double medianKilograms, double limitKilograms) {

    /** Of months that happen to weigh nearly the same; 0.3 is a factor of 1.35. */
    private static final double LEAST_SPREAD = 0.3;

    /**
     * From the months compared.
     *
     * @param kilograms greater than 0, at least one
     * @param z the modified z-score above which a mass is unusual
     * @param ratio and so many times the median it must be at least
     */
    static ExpectedMass of(List<Double> kilograms, double z, double ratio) {
        Centre logarithms =
                Centre.of(kilograms.stream().mapToDouble(StrictMath::log).toArray());
        double above = Math.max(z * Math.max(logarithms.spread(), LEAST_SPREAD), StrictMath.log(ratio));
        return new ExpectedMass(
                kilograms.size(), StrictMath.exp(logarithms.median()), StrictMath.exp(logarithms.median() + above));
    }
}
