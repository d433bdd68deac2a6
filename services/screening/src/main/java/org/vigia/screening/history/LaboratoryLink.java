package org.vigia.screening.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigia.events.AlertKind;
import org.vigia.events.Severity;
import org.vigia.screening.state.EventRole;
import org.vigia.screening.state.Facet;
import org.vigia.screening.state.Finding;
import org.vigia.screening.state.Observation;

/**
 * Shipment, laboratory and seizure that name the same seal, container or lot; shipments that may have reached a
 * laboratory; and laboratories with listed chemicals that nothing explains. Whether something explains them better is
 * known only where all findings of a laboratory meet.
 */
public final class LaboratoryLink implements Detector {

    /** What an unexplained laboratory's finding is about; it counts only if no other finding explains the laboratory. */
    public static final String UNEXPLAINED = "unexplained";

    /** What a finding of shipments that may have reached a laboratory is about; an identifier says more. */
    public static final String POSSIBLE = "possible";

    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String MOST_EVENTS = "most_events";
    private static final String LENGTH = "identifier_length";
    private static final String SERIES = "";
    private static final String LABORATORY = "laboratory|";

    @Override
    public AlertKind kind() {
        return AlertKind.LAB_LINK;
    }

    @Override
    public List<SeriesKey> series(Observation o) {
        List<SeriesKey> series = new ArrayList<>(LaboratoryArea.series(o));
        if (o.getFacet() == Facet.IDENTIFIER) {
            series.add(new SeriesKey(o.getIdentifierKind() + "|" + o.getIdentifier(), SERIES));
        } else if (o.getRole() == EventRole.LABORATORY && !o.getListEntry().isEmpty()) {
            series.add(new SeriesKey(LABORATORY + o.getEventId(), SERIES));
        }
        return series;
    }

    @Override
    public Collection<Judged> judge(String partition, Observation changed, History history, Context context) {
        Settings settings = context.settings();
        if (partition.startsWith(LaboratoryArea.PREFIX)) {
            return new LaboratoryArea(history, settings).judge(changed);
        }
        List<Observation> all = history.between(SERIES, 0, Long.MAX_VALUE);
        Map<Observation, List<Finding>> judged = new LinkedHashMap<>();
        all.forEach(o -> judged.put(o, new ArrayList<>()));
        if (settings.enabled() && !all.isEmpty()) {
            if (partition.startsWith(LABORATORY)) {
                judged.put(all.getFirst(), List.of(unexplained(all, settings)));
            } else if (identifies(all, settings)) {
                link(all, judged, settings);
            }
        }
        return judged.entrySet().stream()
                .map(entry -> new Judged(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean identifies(List<Observation> all, Settings settings) {
        return all.getFirst().getIdentifier().length() >= settings.count(LENGTH)
                && all.stream().map(Observation::getEventId).distinct().count() <= settings.count(MOST_EVENTS);
    }

    private void link(List<Observation> all, Map<Observation, List<Finding>> judged, Settings settings) {
        for (Observation laboratory : of(EventRole.LABORATORY, all)) {
            List<Observation> shipments = of(EventRole.SHIPMENT, all).stream()
                    .filter(shipment -> shipment.getAt() <= laboratory.getAt()
                            && shipment.getAt() >= laboratory.getAt() - settings.days(BEFORE))
                    .toList();
            List<Observation> seizures = of(EventRole.SEIZURE, all).stream()
                    .filter(seizure -> Math.abs(seizure.getAt() - laboratory.getAt()) <= settings.days(AFTER))
                    .toList();
            if (!shipments.isEmpty() || !seizures.isEmpty()) {
                List<Observation> others = new ArrayList<>(shipments);
                others.addAll(seizures);
                add(judged, laboratory, linked(laboratory, others, settings));
            }
            shipments.forEach(shipment -> add(judged, shipment, linked(shipment, List.of(laboratory), settings)));
            seizures.forEach(seizure -> add(judged, seizure, linked(seizure, List.of(laboratory), settings)));
        }
    }

    private static void add(Map<Observation, List<Finding>> judged, Observation subject, Finding finding) {
        judged.computeIfAbsent(subject, ignored -> new ArrayList<>()).add(finding);
    }

    private static List<Observation> of(EventRole role, List<Observation> all) {
        return all.stream().filter(o -> o.getRole() == role).toList();
    }

    private Finding linked(Observation subject, List<Observation> others, Settings settings) {
        String identifier = subject.getIdentifierKind().toLowerCase(java.util.Locale.ROOT);
        String about = subject.getRole() == EventRole.LABORATORY
                ? ""
                : others.getFirst().getEventId();
        FindingWriter writer = new FindingWriter(kind(), subject, about, settings)
                .severity(Severity.HIGH)
                .substance(subject.getSubstanceName())
                .used(BEFORE, AFTER, MOST_EVENTS, LENGTH);
        for (Observation other : others) {
            long days = Words.days(subject.getAt(), other.getAt());
            writer.substance(other.getSubstanceName())
                    .say("%s names the %s %s, which %s %s of %s, reported by %s, names too; that was %d days %s."
                            .formatted(
                                    FindingWriter.opening(subject).replaceAll(",$", ""),
                                    identifier,
                                    subject.getIdentifier(),
                                    FindingWriter.role(other).toLowerCase(java.util.Locale.ROOT),
                                    other.getEventId(),
                                    Words.day(other.getAt()),
                                    other.getPartner(),
                                    Math.abs(days),
                                    days < 0 ? "before" : "after"))
                    .event(other, Map.of(identifier, other.getIdentifier()));
        }
        return writer.event(subject, Map.of(identifier, subject.getIdentifier()))
                .write();
    }

    private Finding unexplained(List<Observation> chemicals, Settings settings) {
        Observation laboratory = chemicals.getFirst();
        FindingWriter writer = new FindingWriter(kind(), laboratory, UNEXPLAINED, settings)
                .severity(Severity.LOW)
                .used(BEFORE)
                .say("%s held listed chemicals that no known shipment explains."
                        .formatted(FindingWriter.opening(laboratory)));
        chemicals.forEach(chemical -> writer.substance(chemical.getSubstanceName())
                .say("%s, found as %s, is listed (%s)."
                        .formatted(
                                chemical.getSubstanceName(),
                                Words.quoted(chemical.getDeclared()),
                                chemical.getListEntry()))
                .event(chemical, Map.of("substance", chemical.getSubstanceName())));
        return writer.say("No shipment is known that names a seal, container or lot found there.")
                .write();
    }
}
