package org.vigia.trends.surges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds months with far more seizures, or far heavier ones, than the same season of earlier years had.
 *
 * <p>One month with several times what is usual is a surge; one with twice as many is only if others near it have too.
 * Mass alone is a surge only if it lasts, because one load may outweigh a year.
 */
final class SurgeDetector {

    private static final double MICROGRAMS = 1e9;

    private final SurgeSettings settings;

    SurgeDetector(SurgeSettings settings) {
        this.settings = settings;
    }

    /**
     * The surges of a series, earliest first.
     *
     * @param from earlier months are not judged
     */
    List<Surge> find(ReportedSeries reported, int from) {
        Series series = reported.series();
        if (!settings.named().enabled()
                || settings.excludedDrugs().contains(series.cell().drug())) {
            return List.of();
        }
        List<Surge> surges = new ArrayList<>();
        List<SurgeMonth> open = new ArrayList<>();
        for (int month : series.figures().tailMap(from).keySet()) {
            SurgeMonth judged = month(reported, month).orElse(null);
            if (judged == null || !(judged.byEvents() || judged.byMass())) {
                continue;
            }
            if (!open.isEmpty() && month - open.getLast().month() > settings.quietMonths() + 1) {
                close(open, surges);
            }
            open.add(judged);
        }
        close(open, surges);
        return surges;
    }

    private void close(List<SurgeMonth> open, List<Surge> surges) {
        if (!open.isEmpty()) {
            Surge surge = new Surge(open);
            boolean steep = open.stream()
                    .anyMatch(month -> month.byEvents() && month.expected().ratio(month.events()) >= settings.ratio());
            if (steep
                    || surge.monthsByEvents() >= settings.lastingMonths()
                    || surge.monthsByMass() >= settings.massMonths()) {
                surges.add(surge);
            }
            open.clear();
        }
    }

    /** A month as it compares; empty if there is too little to compare it with. */
    Optional<SurgeMonth> month(ReportedSeries reported, int month) {
        Series series = reported.series();
        List<Integer> compared = compared(reported, month);
        if (compared.size() < settings.leastValues()) {
            return Optional.empty();
        }
        long events = series.events(month);
        double kilograms = series.micrograms(month) / MICROGRAMS;
        List<Long> lately = IntStream.range(month - Months.A_YEAR, month)
                .filter(reported::covers)
                .mapToObj(series::events)
                .toList();
        ExpectedCount expected =
                ExpectedCount.of(compared.stream().map(series::events).toList(), lately, settings.z());
        ExpectedMass mass = mass(series, compared);
        boolean byEvents = events >= settings.leastEvents()
                && events > expected.limit()
                && expected.ratio(events) >= settings.lastingRatio();
        boolean byMass = mass != null
                && events >= settings.leastMassEvents()
                && events >= expected.median()
                && kilograms >= settings.leastKilograms()
                && kilograms > mass.limitKilograms();
        return Optional.of(new SurgeMonth(
                month,
                events,
                kilograms,
                compared,
                expected,
                mass,
                byEvents,
                byMass,
                reported.reporting().isComplete(month)));
    }

    private List<Integer> compared(ReportedSeries reported, int month) {
        List<Integer> compared = new ArrayList<>();
        for (int year = settings.years(); year >= 1; year--) {
            for (int near = -1; near <= 1; near++) {
                int earlier = month - year * Months.A_YEAR + near;
                if (reported.covers(earlier)) {
                    compared.add(earlier);
                }
            }
        }
        return compared;
    }

    private @Nullable ExpectedMass mass(Series series, List<Integer> compared) {
        List<Double> kilograms = compared.stream()
                .map(series::micrograms)
                .filter(micrograms -> micrograms > 0)
                .map(micrograms -> micrograms / MICROGRAMS)
                .toList();
        return kilograms.size() < settings.leastMassValues()
                ? null
                : ExpectedMass.of(kilograms, settings.massZ(), settings.massRatio());
    }
}
