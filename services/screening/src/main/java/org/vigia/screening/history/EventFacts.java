package org.vigia.screening.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Envelope;
import org.vigia.events.MeasurementUnit;
import org.vigia.events.Party;
import org.vigia.events.Port;
import org.vigia.events.Quantity;
import org.vigia.events.Source;
import org.vigia.events.TimePrecision;
import org.vigia.screening.state.EventRole;
import org.vigia.screening.state.Facet;
import org.vigia.screening.state.Observation;

/** The facts that observations of all kinds of events have in common, and how each is written. */
final class EventFacts {

    private static final int LONGEST_TEXT = 200;

    private EventFacts() {}

    /** Mass and tablets; of several quantities of one substance the sums. */
    static void quantity(Observation.Builder goods, @Nullable Quantity quantity) {
        if (quantity == null) {
            return;
        }
        if (quantity.getMicrograms() != null) {
            goods.setKilograms(orZero(goods.getKilograms()) + quantity.getMicrograms() / 1e9);
        } else if (quantity.getMicrolitres() != null) {
            goods.setKilograms(orZero(goods.getKilograms()) + quantity.getMicrolitres() / 1e6);
            goods.setLitres(true);
        } else if (quantity.getMilliunits() != null && quantity.getUnit() == MeasurementUnit.TABLET) {
            goods.setTablets(orZero(goods.getTablets()) + quantity.getMilliunits() / 1e3);
        }
    }

    private static double orZero(@Nullable Double value) {
        return Objects.requireNonNullElse(value, 0.0);
    }

    /** Adds an identifier as an observation of its own; nothing if it is empty. */
    static void identifier(
            Observation.Builder event, String kind, @Nullable String written, List<Observation> observations) {
        String identifier = mark(text(written));
        if (!identifier.isEmpty()) {
            observations.add(Observation.newBuilder(event)
                    .setFacet(Facet.IDENTIFIER)
                    .setMarks(List.of())
                    .setPart(kind + ":" + identifier)
                    .setIdentifierKind(kind)
                    .setIdentifier(identifier)
                    .build());
        }
    }

    /** Letters and digits alone, because everybody writes other signs between them. */
    static String mark(String written) {
        return written.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** What is the same in all observations of a laboratory or seizure. */
    static Observation.Builder found(Envelope envelope, EventRole role) {
        var place = envelope.getPlace();
        String name = place.getText() != null ? place.getText() : text(place.getArea());
        return event(envelope, role)
                .setFacet(Facet.ITEM)
                .setCountry(place.getCountry())
                .setLocode(text(place.getLocode()))
                .setPlace(name);
    }

    /** What is the same in all observations of an event. */
    static Observation.Builder event(Envelope envelope, EventRole role) {
        Instant at = envelope.getOccurredAt();
        TimePrecision precision = envelope.getPrecision();
        Source source = envelope.getSource();
        return Observation.newBuilder()
                .setEventId(envelope.getEventId())
                .setPart("")
                .setRole(role)
                .setFacet(Facet.GOODS)
                .setAt(Math.max(0, at.toEpochMilli()))
                .setDated(precision == TimePrecision.INSTANT || precision == TimePrecision.DAY)
                .setPartner(envelope.getPartner())
                .setLabel(envelope.getHandling().getTlp().name())
                .setOriginator(envelope.getHandling().getOriginator())
                .setCaveats(envelope.getHandling().getCaveats())
                .setSource(Sources.observed(source));
    }

    /** The same part twice, as two lines of one number, is one with the last said of it. */
    static List<Observation> distinct(List<Observation> observations) {
        Map<String, Observation> byPart = new TreeMap<>();
        observations.forEach(o -> byPart.put(o.getFacet() + o.getPart(), o));
        return List.copyOf(byPart.values());
    }

    static String port(Port port) {
        return port.getLocode() != null ? port.getLocode() : text(port.getName());
    }

    static String name(@Nullable Party party) {
        return party == null ? "" : cut(party.getName().strip());
    }

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
