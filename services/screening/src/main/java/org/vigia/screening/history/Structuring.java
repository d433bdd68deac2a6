package org.vigia.screening.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigia.events.AlertKind;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Severity;
import org.vigia.screening.state.Facet;
import org.vigia.screening.state.Finding;
import org.vigia.screening.state.Observation;

/**
 * Many shipments below a threshold that together reach it. The period slides: it ends with each shipment of a listed
 * substance to a consignee that stays below the threshold of its day. Where one period after another is full, that is
 * one finding, about the shipment with which the first of them was, and it says how many there are.
 */
public final class Structuring implements Detector {

    private static final String PERIOD = "period";
    private static final String LEAST = "least_shipments";
    private static final String SERIES = "";

    @Override
    public AlertKind kind() {
        return AlertKind.STRUCTURING;
    }

    @Override
    public List<SeriesKey> series(Observation o) {
        String consignee = Keys.of(o.getConsignee());
        boolean below = o.getKilograms() != null
                && o.getThreshold() != null
                && o.getKilograms() > 0
                && o.getKilograms() < o.getThreshold();
        return o.getFacet() == Facet.GOODS && o.getDated() && below && !consignee.isEmpty()
                ? List.of(new SeriesKey(o.getSubstance() + "|" + consignee, SERIES))
                : List.of();
    }

    @Override
    public Collection<Judged> judge(String partition, Observation changed, History history, Context context) {
        Settings settings = context.settings();
        long period = settings.days(PERIOD);
        List<Observation> chain = history.chain(SERIES, changed.getAt(), period);
        Map<Observation, List<Finding>> judged = new LinkedHashMap<>();
        chain.forEach(shipment -> judged.put(shipment, List.of()));
        int from = 0;
        Run run = null;
        for (int last = 0; last < chain.size(); last++) {
            while (chain.get(last).getAt() - chain.get(from).getAt() >= period) {
                from++;
            }
            List<Observation> window = chain.subList(from, last + 1);
            if (!isFull(window, settings)) {
                close(run, judged, settings);
                run = null;
            } else {
                run = run == null ? new Run(chain.get(last)) : run;
                run.add(window);
            }
        }
        close(run, judged, settings);
        return judged.entrySet().stream()
                .map(entry -> new Judged(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean isFull(List<Observation> window, Settings settings) {
        double threshold = Objects.requireNonNullElse(window.getLast().getThreshold(), Double.MAX_VALUE);
        return window.stream().map(Observation::getEventId).distinct().count() >= settings.count(LEAST)
                && sum(window) >= threshold;
    }

    private static double sum(Collection<Observation> shipments) {
        return shipments.stream()
                .mapToDouble(shipment -> Objects.requireNonNullElse(shipment.getKilograms(), 0.0))
                .sum();
    }

    private void close(@Nullable Run run, Map<Observation, List<Finding>> judged, Settings settings) {
        if (run != null && settings.enabled()) {
            judged.put(run.first, List.of(finding(run, settings)));
        }
    }

    private Finding finding(Run run, Settings settings) {
        Observation subject = run.first;
        List<Observation> shipments = new ArrayList<>(run.shipments);
        long events = shipments.stream().map(Observation::getEventId).distinct().count();
        String threshold = Words.kilograms(Objects.requireNonNullElse(subject.getThreshold(), 0.0));
        FindingWriter writer = new FindingWriter(kind(), subject, subject.getSubstance(), settings)
                .severity(Severity.HIGH)
                .occurrences(run.periods)
                .substance(subject.getSubstanceName())
                .used(PERIOD, LEAST)
                .say("%d shipments of %s reached the consignee %s from %s to %s."
                        .formatted(
                                events,
                                subject.getSubstanceName(),
                                Words.quoted(subject.getConsignee()),
                                Words.day(shipments.getFirst().getAt()),
                                Words.day(shipments.getLast().getAt())))
                .say("Each is below the threshold of %s that the list entry %s sets; together they hold %s."
                        .formatted(threshold, subject.getListEntry(), Words.kilograms(sum(shipments))))
                .say(
                        "With shipment %s of %s the sum of the %s days before first reached the threshold with at least %d shipments; that was so at %d of the shipments."
                                .formatted(
                                        subject.getEventId(),
                                        Words.day(subject.getAt()),
                                        Words.number(settings.number(PERIOD)),
                                        settings.count(LEAST),
                                        run.periods));
        if (shipments.stream().anyMatch(Observation::getLitres)) {
            writer.say("One litre was assumed to weigh one kilogram (1 L = 1 kg).");
        }
        shipments.forEach(shipment -> writer.event(shipment, Map.of()));
        return writer.rests(
                        EvidenceKind.THRESHOLD,
                        "threshold of " + subject.getListEntry(),
                        "The list entry sets a threshold of " + threshold + " on the date of the shipment.",
                        Map.of("threshold", threshold, "total", Words.kilograms(sum(shipments))))
                .write();
    }

    /** Full periods one after another. */
    private static final class Run {

        private final Observation first;
        private final Set<Observation> shipments = new LinkedHashSet<>();
        private int periods;

        Run(Observation first) {
            this.first = first;
        }

        void add(List<Observation> window) {
            shipments.addAll(window);
            periods++;
        }
    }
}
