package org.vigia.trends.surges;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigia.events.DetectorSettings;

/**
 * What makes a fall here and a rise there a displacement. The names of the settings are those of {@link #DEFAULTS}.
 *
 * @param named the settings as they were sent
 * @param window months before and after the change that are compared, at most
 * @param leastBefore of them, so many before the change must be comparable
 * @param leastAfter and so many after it: a shorter change may be noise
 * @param leastMean incidents a month that there must have been before the fall, and after the rise
 * @param fall the fallen area has at most this part of what it had, in the mean and in the median
 * @param rise the risen area has at least so many times what it had, in the mean and in the median
 * @param z standard normal quantile that the fall and the rise must each pass; 2.33 means by chance in 1 of 100
 * @param leastOffset the rise makes up for at least this part of the fall
 * @param mostOffset and is at most so many times the fall; more is no displacement but growth
 * @param excludedDrugs names that stand for no one drug
 */
record DisplacementSettings(
        NamedSettings named,
        int window,
        int leastBefore,
        int leastAfter,
        double leastMean,
        double fall,
        double rise,
        double z,
        double leastOffset,
        double mostOffset,
        List<String> excludedDrugs) {

    static final String DETECTOR = "DISPLACEMENT";

    static final Map<String, String> DEFAULTS = Map.of(
            "window-months", "12",
            "least-before", "10",
            "least-after", "4",
            "least-mean", "3",
            "fall", "0.5",
            "rise", "1.3",
            "z", "2.33",
            "least-offset", "0.33",
            "most-offset", "3",
            "excluded-drugs", "other, unknown");

    private static final int LONGEST_WINDOW = 36;

    static DisplacementSettings of(@Nullable DetectorSettings sent) {
        NamedSettings named = NamedSettings.of(DEFAULTS, sent);
        return new DisplacementSettings(
                named,
                Math.clamp(named.whole("window-months"), 1, LONGEST_WINDOW),
                Math.max(2, named.whole("least-before")),
                Math.max(2, named.whole("least-after")),
                named.number("least-mean"),
                named.number("fall"),
                named.number("rise"),
                named.number("z"),
                named.number("least-offset"),
                named.number("most-offset"),
                named.texts("excluded-drugs"));
    }
}
