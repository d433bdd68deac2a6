package org.vigia.screening.watchlist;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.AlertStatus;
import org.vigia.events.Party;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Severity;

/** Writes a finding as an alert. */
public final class WatchListAlerts {

    private final WatchListRules rules;

    public WatchListAlerts(WatchListRules rules) {
        this.rules = rules;
    }

    /**
     * The alert as it is raised for the first time: RAISED, version 1. Depends on its arguments only.
     *
     * @param detectedAt when the finding was made
     */
    public Alert write(PrecursorShipment shipment, Finding finding, Instant detectedAt) {
        Sentences sentences = new Sentences(shipment, rules);
        String eventId = shipment.getEnvelope().getEventId();
        return Alert.newBuilder()
                .setAlertId(finding.substance().alertId(eventId))
                .setKind(AlertKind.WATCH_LIST)
                .setSeverity(severity(finding))
                .setStatus(AlertStatus.RAISED)
                .setOccurredAt(shipment.getEnvelope().getOccurredAt())
                .setDetectedAt(detectedAt)
                .setSubjectId(eventId)
                .setSubstances(substances(finding))
                .setParties(parties(shipment))
                .setExplanation(sentences.explanation(finding))
                .setEvidence(new EvidenceList(shipment, sentences).of(finding))
                .setHandling(shipment.getEnvelope().getHandling())
                .setVersion(1)
                .build();
    }

    /** That of the most severe match. */
    private Severity severity(Finding finding) {
        return Collections.max(finding.entries().stream()
                .flatMap(entry -> entry.lines().stream()
                        .map(line -> rules.severity(
                                line.by(),
                                rules.isUnverified(entry.listed().entry().getConfidence()))))
                .toList());
    }

    private static List<String> substances(Finding finding) {
        return finding.entries().stream()
                .map(entry -> entry.listed().entry().getName())
                .distinct()
                .toList();
    }

    private static List<String> parties(PrecursorShipment shipment) {
        return Stream.of(
                        shipment.getShipper(), shipment.getConsignee(), shipment.getNotifyParty(), shipment.getBroker())
                .filter(Objects::nonNull)
                .map(Party::getName)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }
}
