package org.vigia.trends.surges;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigia.events.DetectorSettings;

/**
 * What makes a month a surge. The names of the settings are those of {@link #DEFAULTS}.
 *
 * @param named the settings as they were sent
 * @param years how many earlier years are compared with
 * @param leastValues fewer comparable months than this are no baseline
 * @param leastEvents fewer incidents than this are no surge, whatever the ratio
 * @param z standard normal quantile of the limit; 4 means that chance passes it in 1 of 30,000 months
 * @param lastingRatio so many times the median a month must have
 * @param lastingMonths and so many such months there must be,
 * @param ratio unless one of them has so many times the median
 * @param quietMonths so many months below the limit do not end a surge
 * @param massZ modified z-score of the logarithm of the mass
 * @param massRatio so many times the median mass a month must have
 * @param leastMassValues fewer comparable months with a mass are no baseline of masses
 * @param leastMassEvents a heavier mass in fewer incidents than this is a large load and no surge
 * @param massMonths so many months must be that heavy
 * @param leastKilograms less is no surge of the mass
 * @param excludedDrugs names that stand for no one drug
 */
record SurgeSettings(
        NamedSettings named,
        int years,
        int leastValues,
        int leastEvents,
        double z,
        double lastingRatio,
        int lastingMonths,
        double ratio,
        int quietMonths,
        double massZ,
        double massRatio,
        int leastMassValues,
        int leastMassEvents,
        int massMonths,
        double leastKilograms,
        List<String> excludedDrugs) {

    static final String DETECTOR = "SEIZURE_SURGE";

    static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("years", "3"),
            Map.entry("least-values", "3"),
            Map.entry("least-events", "10"),
            Map.entry("z", "4"),
            Map.entry("lasting-ratio", "2"),
            Map.entry("lasting-months", "3"),
            Map.entry("ratio", "3"),
            Map.entry("quiet-months", "2"),
            Map.entry("mass-z", "3.5"),
            Map.entry("mass-ratio", "5"),
            Map.entry("least-mass-values", "9"),
            Map.entry("least-mass-events", "5"),
            Map.entry("mass-months", "2"),
            Map.entry("least-kilograms", "1"),
            Map.entry("excluded-drugs", "other, unknown"));

    static SurgeSettings of(@Nullable DetectorSettings sent) {
        NamedSettings named = NamedSettings.of(DEFAULTS, sent);
        return new SurgeSettings(
                named,
                Math.min(named.whole("years"), SurgeStore.KEPT_YEARS - SurgeStore.JUDGED_YEARS - 1),
                Math.max(1, named.whole("least-values")),
                named.whole("least-events"),
                named.number("z"),
                named.number("lasting-ratio"),
                named.whole("lasting-months"),
                named.number("ratio"),
                named.whole("quiet-months"),
                named.number("mass-z"),
                named.number("mass-ratio"),
                Math.max(1, named.whole("least-mass-values")),
                named.whole("least-mass-events"),
                named.whole("mass-months"),
                named.number("least-kilograms"),
                named.texts("excluded-drugs"));
    }
}
