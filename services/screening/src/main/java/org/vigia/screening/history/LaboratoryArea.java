package org.vigia.screening.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.vigia.events.AlertKind;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Severity;
import org.vigia.screening.state.EventRole;
import org.vigia.screening.state.Facet;
import org.vigia.screening.state.Finding;
import org.vigia.screening.state.Observation;

/**
 * Shipments that may have reached a laboratory: the same listed substance, to the country of the laboratory, as long
 * before it as such shipments take. How long that is, is learned from the laboratories that an identifier links to
 * their shipment, whatever the country.
 */
final class LaboratoryArea {

    static final String PREFIX = "substance|";

    private static final String LEAST_PAIRS = "lag_least_pairs";
    private static final String FROM = "lag_from";
    private static final String UNTIL = "lag_until";
    private static final String LENGTH = "identifier_length";
    private static final String LABORATORIES = "laboratories";
    private static final String SHIPMENT_MARK = "shipment|";
    private static final String LABORATORY_MARK = "laboratory|";
    private static final String MARKED = "marked";
    private static final int MOST_SHIPMENTS = 20;
    private static final double LOW_QUANTILE = 0.05;

    private final History history;
    private final Settings settings;

    LaboratoryArea(History history, Settings settings) {
        this.history = history;
        this.settings = settings;
    }

    /** Shipments by country and identifier; laboratories by identifier too. */
    static List<SeriesKey> series(Observation o) {
        String partition = PREFIX + o.getSubstance();
        List<SeriesKey> series = new ArrayList<>();
        if (o.getListEntry().isEmpty()) {
            return series;
        }
        if (o.getFacet() == Facet.GOODS) {
            series.add(new SeriesKey(partition, country(o)));
            o.getMarks().forEach(mark -> series.add(new SeriesKey(partition, SHIPMENT_MARK + mark)));
        } else if (o.getRole() == EventRole.LABORATORY) {
            series.add(new SeriesKey(partition, LABORATORIES));
            o.getMarks().forEach(mark -> series.add(new SeriesKey(partition, LABORATORY_MARK + mark)));
            if (!o.getMarks().isEmpty()) {
                series.add(new SeriesKey(partition, MARKED));
            }
        }
        return series;
    }

    private static String country(Observation o) {
        return "to " + o.getCountry();
    }

    Collection<Judged> judge(Observation changed) {
        List<Long> lags = lags();
        TreeSet<Observation> affected = new TreeSet<>(History.ORDER);
        String other = changed.getFacet() == Facet.GOODS ? LABORATORY_MARK : SHIPMENT_MARK;
        if (changed.getMarks().stream()
                .anyMatch(mark -> !history.first(other + mark, 1).isEmpty())) {
            // It teaches, or does not teach any more, how long a shipment takes.
            affected.addAll(history.between(LABORATORIES, 0, Long.MAX_VALUE));
        } else if (changed.getFacet() == Facet.GOODS) {
            affected.addAll(history.between(
                    LABORATORIES, changed.getAt() + shortest(lags), changed.getAt() + longest(lags) + 1));
        } else {
            affected.addAll(history.between(LABORATORIES, changed.getAt(), changed.getAt() + 1));
        }
        return affected.stream()
                .map(laboratory -> new Judged(
                        laboratory, find(laboratory, lags).map(List::of).orElse(List.of())))
                .toList();
    }

    /** Milliseconds from shipment to laboratory of all linked pairs, ascending. */
    private List<Long> lags() {
        List<Long> lags = new ArrayList<>();
        for (Observation laboratory : history.between(MARKED, 0, Long.MAX_VALUE)) {
            for (String mark : laboratory.getMarks()) {
                history.first(SHIPMENT_MARK + mark, 1).stream()
                        .filter(shipment -> mark.length() >= settings.count(LENGTH))
                        .filter(shipment -> shipment.getAt() <= laboratory.getAt())
                        .forEach(shipment -> lags.add(laboratory.getAt() - shipment.getAt()));
            }
        }
        return lags.stream().sorted().toList();
    }

    private boolean isLearned(List<Long> lags) {
        return lags.size() >= settings.count(LEAST_PAIRS);
    }

    private long shortest(List<Long> lags) {
        return isLearned(lags) ? lags.get((int) (LOW_QUANTILE * lags.size())) : settings.days(FROM);
    }

    private long longest(List<Long> lags) {
        return isLearned(lags) ? lags.get((int) ((1 - LOW_QUANTILE) * (lags.size() - 1))) : settings.days(UNTIL);
    }

    private Optional<Finding> find(Observation laboratory, List<Long> lags) {
        long from = laboratory.getAt() - longest(lags);
        long until = laboratory.getAt() - shortest(lags) + 1;
        List<Observation> shipments =
                settings.enabled() && from < until ? history.between(country(laboratory), from, until) : List.of();
        return shipments.isEmpty() ? Optional.empty() : Optional.of(finding(laboratory, shipments, lags));
    }

    private Finding finding(Observation laboratory, List<Observation> shipments, List<Long> lags) {
        String learned = isLearned(lags)
                ? "as %d links by identifier teach".formatted(lags.size())
                : "which is assumed, because too few links are known to learn it";
        FindingWriter writer = new FindingWriter(AlertKind.LAB_LINK, laboratory, LaboratoryLink.POSSIBLE, settings)
                .severity(Severity.LOW)
                .substance(laboratory.getSubstanceName())
                .used(LEAST_PAIRS, FROM, UNTIL)
                .say("%s held %s, which is listed (%s)."
                        .formatted(
                                FindingWriter.opening(laboratory),
                                laboratory.getSubstanceName(),
                                laboratory.getListEntry()))
                .say(
                        "No identifier links it to a shipment. %d goods lines of this substance went to %s from %d to %d days before, %s; any of them may have reached it."
                                .formatted(
                                        shipments.size(),
                                        laboratory.getCountry(),
                                        Words.days(0, shortest(lags)),
                                        Words.days(0, longest(lags)),
                                        learned));
        shipments.reversed().stream()
                .limit(MOST_SHIPMENTS)
                .forEach(shipment -> writer.event(shipment, Map.of("substance", shipment.getSubstanceName())));
        return writer.rests(
                        EvidenceKind.BASELINE,
                        "days from shipment to laboratory of " + laboratory.getSubstance(),
                        "From the earliest to the latest day, " + learned + ".",
                        Map.of(
                                "from", Long.toString(Words.days(0, shortest(lags))),
                                "until", Long.toString(Words.days(0, longest(lags))),
                                "links", Integer.toString(lags.size()),
                                "goodsLines", Integer.toString(shipments.size())))
                .write();
    }
}
