package org.vigia.screening.watchlist;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.events.GoodsLine;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.WatchListEntry;
import org.vigia.screening.identity.ClassRule;
import org.vigia.screening.identity.Identification;

/** What an alert says: full sentences that a court could read, each resting on values that the evidence holds. */
final class Sentences {

    /** Of the clues to an identity so many are told. */
    private static final int MOST_CLUES = 3;

    private final PrecursorShipment shipment;
    private final ShipmentDays days;
    private final WatchListRules rules;

    Sentences(PrecursorShipment shipment, WatchListRules rules) {
        this.shipment = shipment;
        this.days = ShipmentDays.of(shipment);
        this.rules = rules;
    }

    String explanation(Finding finding) {
        List<String> sentences = new ArrayList<>();
        sentences.add(opening(finding));
        for (Finding.OfEntry entry : finding.entries()) {
            for (Finding.OfLine line : entry.firstLines(English.MOST_LINES)) {
                sentences.add(declared(line.goods()));
                sentences.add(matched(line.by(), entry.listed()));
            }
            int more = entry.lines().size() - English.MOST_LINES;
            if (more > 0) {
                sentences.add("%d more goods %s this list entry; the evidence names %s."
                        .formatted(
                                more,
                                more == 1 ? "line matches" : "lines match",
                                entry.lines().size() <= EvidenceList.MOST_LINES
                                        ? "them all"
                                        : "the first " + EvidenceList.MOST_LINES));
            }
            sentences.add(inForce(entry));
            sentences.add(quantity(entry));
            sentences.add(confidence(entry.listed().entry()));
        }
        return String.join(" ", sentences);
    }

    private String opening(Finding finding) {
        var envelope = shipment.getEnvelope();
        return "Shipment %s of %s%s, reported by %s, declares goods that are on the list %s of %s."
                .formatted(
                        envelope.getEventId(),
                        English.days(days),
                        days.isOne() ? "" : " (the day is not known)",
                        envelope.getPartner(),
                        English.quoted(finding.substance().list()),
                        finding.substance().authority());
    }

    String declared(GoodsLine goods) {
        String where = "line %s of the file %s"
                .formatted(sourceLine(goods), shipment.getEnvelope().getSource().getFile());
        return "%s was declared as %s, %s."
                .formatted(
                        goods.getLine().isEmpty()
                                ? "The goods line in " + where
                                : "Goods line " + goods.getLine() + " (" + where + ")",
                        English.excerpt(goods.getDescription()),
                        English.quantity(goods.getQuantity()));
    }

    long sourceLine(GoodsLine goods) {
        return goods.getSourceLine() > 0
                ? goods.getSourceLine()
                : shipment.getEnvelope().getSource().getLine();
    }

    private static String matched(MatchedBy by, ListedEntry listed) {
        String entry = English.quoted(listed.entry().getName());
        return switch (by) {
            case MatchedBy.Cas(var cas, boolean inDescription) ->
                "%s CAS number %s (the chemical registry's number of the substance), whose check digit is correct and which is that of the list entry %s."
                        .formatted(inDescription ? "Its description contains the" : "It declares the", cas, entry);
            case MatchedBy.Name name -> matchedByName(name, listed, entry);
            case MatchedBy.Identity(Identification identified, @Nullable ClassRule rule) ->
                matchedByIdentity(identified, rule, entry);
        };
    }

    private static String matchedByIdentity(Identification identified, @Nullable ClassRule rule, String entry) {
        StringBuilder text =
                new StringBuilder("What is declared identifies the goods as %s with a confidence of %s: %s."
                        .formatted(identified.name(), percent(identified), clues(identified)));
        text.append(
                rule == null
                        ? " The list entry " + entry + " names that substance, in other words or another form."
                        : " The list entry %s lists a class that holds it, %s, which the regulation words %s (%s)."
                                .formatted(
                                        entry,
                                        English.quoted(rule.name()),
                                        English.quoted(rule.wording()),
                                        rule.source()));
        if (!identified.conflicts().isEmpty()) {
            text.append(" The declaration contradicts itself: ")
                    .append(String.join("; ", identified.conflicts()))
                    .append(".");
        }
        return text.toString();
    }

    static String percent(Identification identified) {
        return Math.round(identified.confidence() * 100) + " %";
    }

    static String clues(Identification identified) {
        return identified.clues().stream()
                .limit(MOST_CLUES)
                .map(clue -> English.excerpt(clue.token()) + " is " + clue.detail())
                .collect(Collectors.joining("; "));
    }

    private static String matchedByName(MatchedBy.Name name, ListedEntry listed, String entry) {
        String listedName = English.quoted(name.listedName());
        String which = name.listedName().equals(listed.entry().getName())
                ? "the name of the list entry " + entry
                : "the name " + listedName + ", which the list gives for its entry " + entry;
        StringBuilder text = new StringBuilder(
                name.wholeText()
                        ? "Its description is " + which
                        : "Its description contains, set apart by punctuation, " + which);
        text.append(", apart from capital letters, accents, blanks and hyphens. The match rests on the name alone.");
        if (!name.failedCas().isEmpty()) {
            text.append(" It also declares the CAS number ")
                    .append(English.numbers(name.failedCas()))
                    .append(", which fails its check digit and was therefore not used.");
        }
        if (!name.otherCas().isEmpty()) {
            text.append(" It also declares the CAS number ")
                    .append(English.numbers(name.otherCas()))
                    .append(
                            listed.cas().isEmpty()
                                    ? "; the list entry has no valid CAS number to compare it with."
                                    : ", which is not that of the list entry (" + English.numbers(listed.cas()) + ").");
        }
        return text.toString();
    }

    String inForce(Finding.OfEntry entry) {
        InForce period = entry.period();
        String name = English.quoted(entry.listed().entry().getName());
        String text;
        if (period.from() == null) {
            text = "The list does not say since when its entry " + name
                    + " is in force; it is treated as in force on the date of the shipment, which is not proved.";
        } else {
            String vague = English.vagueness(period.from(), period.precision());
            text = "The list entry " + name + " was in force on " + inForceOn(period) + ": it has been in force since "
                    + English.day(period.from()) + (vague.isEmpty() ? "" : " (" + vague + ")") + ".";
            if (period.startsAfter(days.first())) {
                text += " The shipment may have been before that.";
            }
        }
        if (period.until() != null) {
            text += " It ceased to be in force on " + English.day(period.until()) + ".";
            if (period.hasEndedOn(days.last())) {
                text += " The shipment may have been on or after that day.";
            }
        }
        return period.reference() == null || period.reference().isBlank()
                ? text
                : text + " The source of this is " + English.quoted(period.reference()) + ".";
    }

    private String inForceOn(InForce period) {
        if (days.isOne()) {
            return "the date of the shipment";
        }
        return period.coversAll(days)
                ? "every day of " + English.days(days)
                : "some days of " + English.days(days) + ", but not on all of them";
    }

    String quantity(Finding.OfEntry entry) {
        QuantityCheck check = entry.quantity();
        String threshold =
                "the minimum of " + English.quantity(check.threshold()) + " that the list entry sets for this period";
        String assumption = check.litreAssumption() ? " One litre was assumed to weigh one kilogram (1 L = 1 kg)." : "";
        return switch (check.outcome()) {
            case ANY_QUANTITY -> "The list entry sets no minimum quantity for this period.";
            case THRESHOLD_UNUSABLE ->
                "The list entry sets a minimum of " + English.quantity(check.threshold())
                        + " for this period, with which no quantity can be compared, so it could not be shown that the shipment is below it.";
            case REACHED -> "The declared %s, which reaches %s.%s".formatted(total(check), threshold, assumption);
            case NOT_SHOWN_BELOW ->
                "The declared %s; the quantity in goods %s is unknown or cannot be compared, so it could not be shown that the shipment is below %s.%s"
                        .formatted(total(check), English.lines(check.unknownLines()), threshold, assumption);
            case BELOW -> throw new IllegalArgumentException("Nothing is reported below the threshold");
        };
    }

    private static String total(QuantityCheck check) {
        Measure total = check.total();
        return "quantity that can be compared is " + (total == null ? "none" : English.measure(total)) + " in all";
    }

    String confidence(WatchListEntry entry) {
        String confidence = entry.getConfidence();
        if (confidence == null || confidence.isBlank()) {
            return "The source of the list does not say how sure the entry is.";
        }
        String said = "How sure the list entry is, in the words of its source: " + English.quoted(confidence) + ".";
        return rules.isUnverified(confidence)
                ? said + " Its official text was not verified here, so the alert is one step less severe."
                : said;
    }
}
