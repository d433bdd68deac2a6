package org.vigia.screening.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.vigia.events.AlertKind;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Severity;
import org.vigia.screening.state.Facet;
import org.vigia.screening.state.Finding;
import org.vigia.screening.state.Observation;

/**
 * A consignee, route (port to port) or broker that a listed substance has not had before. Nothing counts as new during
 * the learning period, which begins with the first shipment of the substance; and who was not seen for long is new again.
 */
public final class NewRoute implements Detector {

    private static final String LEARNING = "learning";
    private static final String MEMORY = "memory";
    private static final String ALL = "all";

    /** Lines of one shipment do not make each other known; more lines of one substance than this do. */
    private static final int LINES = 16;

    @Override
    public AlertKind kind() {
        return AlertKind.NEW_ROUTE;
    }

    @Override
    public List<SeriesKey> series(Observation o) {
        if (o.getFacet() != Facet.GOODS || !o.getDated() || o.getListEntry().isEmpty()) {
            return List.of();
        }
        List<SeriesKey> series = new ArrayList<>();
        series.add(new SeriesKey(o.getSubstance(), ALL));
        actors(o).forEach((what, who) -> series.add(new SeriesKey(o.getSubstance(), what + "|" + Keys.of(who))));
        return series;
    }

    /** What may be new of a shipment, as written. */
    private static Map<String, String> actors(Observation o) {
        Map<String, String> actors = new LinkedHashMap<>();
        put(actors, "consignee", o.getConsignee());
        String port = FindingWriter.port(o);
        put(actors, "route", o.getOrigin().isEmpty() || port.isEmpty() ? "" : o.getOrigin() + " to " + port);
        put(actors, "broker", o.getBroker());
        return actors;
    }

    private static void put(Map<String, String> actors, String what, String who) {
        if (!Keys.of(who).isEmpty()) {
            actors.put(what, who);
        }
    }

    @Override
    public Collection<Judged> judge(String partition, Observation changed, History history, Context context) {
        Settings settings = context.settings();
        TreeSet<Observation> affected = new TreeSet<>(History.ORDER);
        affected.addAll(history.between(ALL, changed.getAt(), changed.getAt() + 1));
        for (SeriesKey series : series(changed)) {
            if (!series.series().equals(ALL)) {
                affected.addAll(next(series.series(), changed, history));
            }
        }
        if (history.before(ALL, changed, 1).isEmpty()) {
            // It is or was the first of all, on which the end of the learning period and every finding's words rest.
            affected.addAll(history.between(ALL, changed.getAt(), Long.MAX_VALUE));
        }
        return affected.stream()
                .map(shipment -> new Judged(
                        shipment,
                        find(shipment, history, settings).map(List::of).orElse(List.of())))
                .toList();
    }

    /** Those whose last one before, of another shipment, may be the changed one: as a rule only the next. */
    private static List<Observation> next(String series, Observation changed, History history) {
        List<Observation> next = history.after(series, changed, 2);
        boolean lines = next.stream().map(Observation::getEventId).distinct().count() < next.size();
        if (lines || next.stream().anyMatch(later -> later.getEventId().equals(changed.getEventId()))) {
            return history.after(series, changed, LINES);
        }
        return next;
    }

    /** The last one before that is of another shipment. */
    private static Optional<Observation> last(String series, Observation shipment, History history) {
        List<Observation> before = history.before(series, shipment, 1);
        if (before.stream().anyMatch(earlier -> earlier.getEventId().equals(shipment.getEventId()))) {
            before = history.before(series, shipment, LINES);
        }
        return before.stream()
                .filter(earlier -> !earlier.getEventId().equals(shipment.getEventId()))
                .findFirst();
    }

    private Optional<Finding> find(Observation shipment, History history, Settings settings) {
        Observation first = history.first(ALL, 1).getFirst();
        if (!settings.enabled() || shipment.getAt() < first.getAt() + settings.days(LEARNING)) {
            return Optional.empty();
        }
        Map<String, String> fresh = new LinkedHashMap<>();
        actors(shipment).forEach((what, who) -> {
            boolean known = last(what + "|" + Keys.of(who), shipment, history)
                    .filter(earlier -> earlier.getAt() >= shipment.getAt() - settings.days(MEMORY))
                    .isPresent();
            if (!known) {
                fresh.put(what, who);
            }
        });
        return fresh.isEmpty() ? Optional.empty() : Optional.of(finding(shipment, first, fresh, settings));
    }

    private Finding finding(Observation shipment, Observation first, Map<String, String> fresh, Settings settings) {
        FindingWriter writer = new FindingWriter(kind(), shipment, shipment.getSubstance(), settings)
                .severity(fresh.size() > 1 ? Severity.MEDIUM : Severity.LOW)
                .substance(shipment.getSubstanceName())
                .used(LEARNING, MEMORY)
                .say("%s holds %s, which is listed (%s)."
                        .formatted(
                                FindingWriter.opening(shipment), shipment.getSubstanceName(), shipment.getListEntry()));
        fresh.forEach((what, who) -> writer.say("No shipment of this substance in the %s days before had the %s %s."
                .formatted(Words.number(settings.number(MEMORY)), what, Words.quoted(who))));
        return writer.say("Shipments of it are known since %s, which is longer than the learning period of %s days."
                        .formatted(Words.day(first.getAt()), Words.number(settings.number(LEARNING))))
                .event(shipment, fresh)
                .rests(
                        EvidenceKind.BASELINE,
                        "first shipment of " + shipment.getSubstance(),
                        "The first shipment of the substance is " + first.getEventId() + " of "
                                + Words.day(first.getAt()) + ".",
                        Map.of("firstShipment", first.getEventId(), "since", Words.day(first.getAt())))
                .write();
    }
}
