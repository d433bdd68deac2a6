package org.vigia.screening.party;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.AlertStatus;
import org.vigia.events.Evidence;
import org.vigia.events.EvidenceKind;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.SanctionedParty;
import org.vigia.events.Severity;
import org.vigia.events.Source;
import org.vigia.screening.revision.AlertIds;
import org.vigia.screening.watchlist.English;
import org.vigia.screening.watchlist.ShipmentDays;

/** Writes a finding of a listed party as an alert. */
public final class PartyAlerts {

    private static final int LONGEST_FACT = 2_000;

    private final PartyRules rules;

    public PartyAlerts(PartyRules rules) {
        this.rules = rules;
    }

    /**
     * The alert as it is raised for the first time: RAISED, version 1. Depends on its arguments only; its id on the shipment
     * and the list entry only.
     *
     * @param detectedAt when the finding was made
     */
    public Alert write(PrecursorShipment shipment, PartyFinding finding, Instant detectedAt) {
        PartySentences sentences = new PartySentences(shipment);
        String eventId = shipment.getEnvelope().getEventId();
        SanctionedParty listed = finding.listed();
        return Alert.newBuilder()
                .setAlertId(AlertIds.of("SP", List.of(AlertKind.SANCTIONED_PARTY.name(), eventId, listed.getPartyId())))
                .setKind(AlertKind.SANCTIONED_PARTY)
                .setSeverity(severity(finding))
                .setStatus(AlertStatus.RAISED)
                .setOccurredAt(shipment.getEnvelope().getOccurredAt())
                .setDetectedAt(detectedAt)
                .setSubjectId(eventId)
                .setSubstances(List.of())
                .setParties(Stream.concat(
                                finding.involved().stream()
                                        .map(one -> one.declared().getName()),
                                Stream.of(listed.getName()))
                        .distinct()
                        .toList())
                .setExplanation(sentences.explanation(finding))
                .setEvidence(evidence(shipment, finding, sentences))
                .setHandling(shipment.getEnvelope().getHandling())
                .setVersion(1)
                .build();
    }

    private Severity severity(PartyFinding finding) {
        boolean named = finding.involved().stream().anyMatch(one -> one.match() != null);
        double score = finding.score();
        Severity severity = Severity.LOW;
        if (named && score >= (rules.threshold() + rules.high()) / 2) {
            severity = score >= rules.high() ? Severity.HIGH : Severity.MEDIUM;
        }
        boolean drugs = finding.listed().getProgrammes().stream().anyMatch(rules.drugProgrammes()::contains);
        return drugs ? oneStepMore(severity) : severity;
    }

    private static Severity oneStepMore(Severity severity) {
        return switch (severity) {
            case LOW -> Severity.MEDIUM;
            case MEDIUM -> Severity.HIGH;
            case HIGH, CRITICAL -> Severity.CRITICAL;
            case UNKNOWN, INFO -> severity;
        };
    }

    private List<Evidence> evidence(PrecursorShipment shipment, PartyFinding finding, PartySentences sentences) {
        List<Evidence> evidence = new ArrayList<>();
        var envelope = shipment.getEnvelope();
        for (PartyFinding.Involved involved : finding.involved()) {
            PartyMatch match = involved.match();
            Map<String, String> facts = new TreeMap<>();
            put(facts, "date", ShipmentDays.of(shipment).first());
            put(facts, "status", envelope.getStatus());
            put(facts, "role", involved.role());
            put(facts, "name", involved.declared().getName());
            put(facts, "address", involved.declared().getAddress());
            put(facts, "country", involved.declared().getCountry());
            put(facts, "matchedName", match == null ? null : match.name().name());
            put(facts, "standing", match == null ? null : match.name().standing());
            put(facts, "nameScore", match == null ? null : PartySentences.score(match.score()));
            put(facts, "words", match == null ? null : match.comparison().reason());
            put(facts, "place", involved.place());
            put(facts, "score", PartySentences.score(involved.score()));
            evidence.add(of(
                    EvidenceKind.EVENT,
                    envelope.getEventId(),
                    sentences.matched(involved),
                    facts,
                    envelope.getSource()));
        }
        SanctionedParty listed = finding.listed();
        Map<String, String> facts = new TreeMap<>();
        put(facts, "list", listed.getList());
        put(facts, "name", listed.getName());
        put(facts, "programmes", String.join(" | ", listed.getProgrammes()));
        put(facts, "listedFrom", listed.getListedFrom());
        put(facts, "listedUntil", listed.getListedUntil());
        put(facts, "remarks", listed.getRemarks());
        evidence.add(
                of(EvidenceKind.LIST_ENTRY, listed.getPartyId(), sentences.listed(listed), facts, listed.getSource()));
        Map<String, String> least = new TreeMap<>();
        put(least, "threshold", rules.threshold());
        evidence.add(of(
                EvidenceKind.THRESHOLD,
                "least score of a listed party",
                "Parties are reported from a score of " + rules.threshold() + " on.",
                least,
                null));
        return List.copyOf(evidence);
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            facts.put(name, English.cut(value.toString(), LONGEST_FACT));
        }
    }

    private static Evidence of(
            EvidenceKind kind, String reference, String detail, Map<String, String> facts, @Nullable Source source) {
        return Evidence.newBuilder()
                .setKind(kind)
                .setReference(reference)
                .setDetail(detail)
                .setFacts(facts)
                .setSource(source)
                .build();
    }
}
