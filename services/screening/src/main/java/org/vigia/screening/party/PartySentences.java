package org.vigia.screening.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.SanctionedParty;
import org.vigia.screening.watchlist.English;
import org.vigia.screening.watchlist.ShipmentDays;

/** What an alert about a listed party says: full sentences that a court could read. */
final class PartySentences {

    private final PrecursorShipment shipment;
    private final ShipmentDays days;

    PartySentences(PrecursorShipment shipment) {
        this.shipment = shipment;
        this.days = ShipmentDays.of(shipment);
    }

    String explanation(PartyFinding finding) {
        List<String> sentences = new ArrayList<>();
        var envelope = shipment.getEnvelope();
        sentences.add(
                "Shipment %s of %s%s, reported by %s (line %d of the file %s), names a party that may be on the list %s."
                        .formatted(
                                envelope.getEventId(),
                                English.days(days),
                                days.isOne() ? "" : " (the day is not known)",
                                envelope.getPartner(),
                                envelope.getSource().getLine(),
                                envelope.getSource().getFile(),
                                English.quoted(finding.listed().getList())));
        finding.involved().forEach(involved -> sentences.add(matched(involved)));
        sentences.add(listed(finding.listed()));
        sentences.add("A likeness of names does not prove that two parties are one; a person must decide.");
        return String.join(" ", sentences);
    }

    String matched(PartyFinding.Involved involved) {
        String name = English.excerpt(involved.declared().getName());
        PartyMatch match = involved.match();
        String role = "The " + involved.role().english() + " was declared as " + name;
        if (match == null) {
            return role + ", whose name is not like the listed one, but whose declared address "
                    + English.excerpt(String.valueOf(involved.declared().getAddress())) + " the list gives for it.";
        }
        return "%s, which is like %s %s of the list with a score of %s out of 1 (words: %s). %s"
                .formatted(
                        role,
                        standing(match.name().standing()),
                        English.quoted(match.name().name()),
                        score(involved.score()),
                        English.cut(match.comparison().reason(), English.LONGEST_EXCERPT),
                        involved.place().sentence());
    }

    private static String standing(ListedName.Standing standing) {
        return switch (standing) {
            case PRIMARY -> "the name";
            case ALIAS -> "the alias";
            case WEAK_ALIAS -> "the alias, which the list itself calls weak and which therefore counts less,";
        };
    }

    String listed(SanctionedParty party) {
        String programmes = party.getProgrammes().isEmpty()
                ? "The list names no programme."
                : "It is listed under " + party.getProgrammes().stream().collect(Collectors.joining(", ")) + ".";
        return "The entry %s is %s (row %d of the file %s). %s %s"
                .formatted(
                        party.getPartyId(),
                        English.quoted(party.getName()),
                        party.getSource().getLine(),
                        party.getSource().getFile(),
                        programmes,
                        period(party));
    }

    private String period(SanctionedParty party) {
        LocalDate from = party.getListedFrom();
        LocalDate until = party.getListedUntil();
        String end = until == null ? "" : " until the day before " + English.day(until);
        if (from == null) {
            return "The list does not say since when" + (until == null ? "" : ", only that it was listed" + end)
                    + "; that it was listed on the date of the shipment is an assumption.";
        }
        return "It has been listed since " + English.day(from) + end + ", which covers "
                + (days.isOne() ? "the date of the shipment." : "at least one day of " + English.days(days) + ".");
    }

    static String score(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }
}
