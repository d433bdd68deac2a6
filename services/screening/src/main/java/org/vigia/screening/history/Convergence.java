package org.vigia.screening.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigia.events.AlertKind;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Severity;
import org.vigia.screening.state.Facet;
import org.vigia.screening.state.Finding;
import org.vigia.screening.state.Observation;

/**
 * Several listed precursors of one drug that reach one consignee, one address under different names, or one port for
 * different consignees within a period. The shipment with which one more of them joins is the subject; a substance that
 * keeps coming joins once.
 */
public final class Convergence implements Detector {

    private static final String PERIOD = "period";
    private static final String AREA_MEMORY = "area_memory";

    private final Families families = Families.shipped();

    /** Where precursors may meet. */
    private enum Level {
        CONSIGNEE("consignee_substances"),
        ADDRESS("address_substances"),
        AREA("area_substances");

        private final String least;

        Level(String least) {
            this.least = least;
        }

        private String place(Observation o) {
            return switch (this) {
                case CONSIGNEE -> o.getConsignee();
                case ADDRESS -> o.getConsigneeAddress();
                case AREA -> FindingWriter.port(o);
            };
        }

        private String words(Observation o) {
            return switch (this) {
                case CONSIGNEE -> "the consignee " + Words.quoted(place(o));
                case ADDRESS -> "the address " + Words.quoted(place(o)) + " under different names";
                case AREA -> "the port " + place(o) + " for different consignees";
            };
        }
    }

    @Override
    public AlertKind kind() {
        return AlertKind.CONVERGENCE;
    }

    @Override
    public List<SeriesKey> series(Observation o) {
        if (o.getFacet() != Facet.GOODS || !o.getDated() || o.getListEntry().isEmpty()) {
            return List.of();
        }
        List<SeriesKey> series = new ArrayList<>();
        for (String drug : families.of(o.getSubstance())) {
            for (Level level : Level.values()) {
                String place = Keys.of(level.place(o));
                if (!place.isEmpty()) {
                    series.add(new SeriesKey(level + "|" + drug + "|" + place, o.getSubstance()));
                }
            }
        }
        return series;
    }

    @Override
    public Collection<Judged> judge(String partition, Observation changed, History history, Context context) {
        Settings settings = context.settings();
        String[] parts = partition.split("\\|", 3);
        Level level = Level.valueOf(parts[0]);
        String drug = parts[1];
        // A later shipment is judged otherwise only if it is the next of its substance: of two within a period the
        // second does not join.
        TreeSet<Observation> affected = new TreeSet<>(History.ORDER);
        affected.addAll(history.between(changed.getSubstance(), changed.getAt(), changed.getAt() + 1));
        families.members(drug).forEach(cas -> affected.addAll(history.after(cas, changed, 1)));
        return affected.stream()
                .map(shipment -> new Judged(
                        shipment,
                        find(level, drug, shipment, history, settings)
                                .map(List::of)
                                .orElse(List.of())))
                .toList();
    }

    private Optional<Finding> find(Level level, String drug, Observation shipment, History history, Settings settings) {
        if (!settings.enabled() || !joins(level, shipment, history, settings)) {
            return Optional.empty();
        }
        List<Observation> together = new ArrayList<>();
        for (String cas : families.members(drug)) {
            if (!cas.equals(shipment.getSubstance())) {
                history.before(cas, shipment, 1).stream()
                        .filter(earlier -> earlier.getAt() > shipment.getAt() - settings.days(PERIOD))
                        .forEach(together::add);
            }
        }
        together.sort(History.ORDER);
        together.add(shipment);
        boolean names =
                together.stream().map(o -> Keys.of(o.getConsignee())).distinct().count() > 1;
        return together.size() >= settings.count(level.least) && (level == Level.CONSIGNEE || names)
                ? Optional.of(finding(level, drug, shipment, together, settings))
                : Optional.empty();
    }

    /** Whether the substance had not come for a while. */
    private static boolean joins(Level level, Observation shipment, History history, Settings settings) {
        long pause = level == Level.AREA
                ? Math.max(settings.days(AREA_MEMORY), settings.days(PERIOD))
                : settings.days(PERIOD);
        return history.before(shipment.getSubstance(), shipment, 1).stream()
                .noneMatch(earlier -> earlier.getAt() > shipment.getAt() - pause);
    }

    private Finding finding(
            Level level, String drug, Observation shipment, List<Observation> together, Settings settings) {
        String names =
                together.stream().map(Observation::getSubstanceName).distinct().collect(Collectors.joining(", "));
        FindingWriter writer = new FindingWriter(kind(), shipment, drug + "|" + level, settings)
                .severity(together.size() > 2 ? Severity.HIGH : Severity.MEDIUM)
                .used(PERIOD, level.least)
                .say("%d listed precursors of %s reached %s within %d days: %s."
                        .formatted(
                                together.size(),
                                drug,
                                level.words(shipment),
                                Words.days(together.getFirst().getAt(), shipment.getAt()),
                                names))
                .say("The last of them to join is %s in shipment %s of %s."
                        .formatted(shipment.getSubstanceName(), shipment.getEventId(), Words.day(shipment.getAt())));
        if (level == Level.AREA) {
            writer.used(AREA_MEMORY)
                    .say("It had not come to this port in the %s days before."
                            .formatted(Words.number(settings.number(AREA_MEMORY))));
        }
        together.forEach(o -> writer.substance(o.getSubstanceName())
                .event(o, Map.of("substance", o.getSubstanceName(), "listEntry", o.getListEntry())));
        return writer.rests(
                        EvidenceKind.BASELINE,
                        "precursors of " + drug,
                        "The substances are precursors of " + drug
                                + " as the UN 1988 tables and INCB's surveillance list group them.",
                        Map.of("family", drug, "substances", names))
                .write();
    }
}
