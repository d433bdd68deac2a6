package org.vigia.screening.revision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigia.events.Alert;
import org.vigia.events.AlertStatus;
import org.vigia.events.Envelope;
import org.vigia.events.Evidence;
import org.vigia.events.EvidenceKind;

/**
 * What becomes of the alerts of a subject when a version of it arrives: new findings are raised, changed ones revised,
 * those no longer found withdrawn; what is the same says nothing. An alert that was withdrawn and is found again is
 * revised, under its old id.
 */
public final class AlertRevisions {

    private AlertRevisions() {}

    /**
     * The alerts to send, in the order of their ids.
     *
     * @param sent the last alert sent under each id for the subject, withdrawn ones included
     * @param found what the new version gives, each RAISED in version 1
     * @param subject envelope of the new version
     * @param detectedAt when it was screened
     */
    public static List<Alert> revise(
            Collection<Alert> sent, Collection<Alert> found, Envelope subject, Instant detectedAt) {
        return revise(sent, found, Cause.of(subject), detectedAt);
    }

    /**
     * The same where something else than a version of the subject is the cause.
     *
     * @param cause why the alerts are looked at again
     */
    public static List<Alert> revise(Collection<Alert> sent, Collection<Alert> found, Cause cause, Instant detectedAt) {
        Map<String, Alert> before = byId(sent);
        Map<String, Alert> after = byId(found);
        Map<String, Alert> changes = new TreeMap<>();
        after.forEach((id, alert) -> {
            Alert last = before.get(id);
            if (last == null) {
                changes.put(id, alert);
            } else if (last.getStatus() == AlertStatus.WITHDRAWN || !sameContent(last, alert)) {
                changes.put(id, next(alert, AlertStatus.REVISED, last.getVersion()));
            }
        });
        before.forEach((id, last) -> {
            if (!after.containsKey(id) && last.getStatus() != AlertStatus.WITHDRAWN) {
                changes.put(id, withdrawn(last, cause, detectedAt));
            }
        });
        return List.copyOf(changes.values());
    }

    private static Map<String, Alert> byId(Collection<Alert> alerts) {
        Map<String, Alert> byId = new TreeMap<>();
        alerts.forEach(alert -> byId.put(alert.getAlertId(), alert));
        return byId;
    }

    /** Whether two alerts say the same; when they were made, and which version they are, is no part of that. */
    private static boolean sameContent(Alert last, Alert alert) {
        Alert comparable = Alert.newBuilder(alert)
                .setStatus(last.getStatus())
                .setVersion(last.getVersion())
                .setDetectedAt(last.getDetectedAt())
                .build();
        return last.equals(comparable);
    }

    private static Alert next(Alert alert, AlertStatus status, int lastVersion) {
        return Alert.newBuilder(alert)
                .setStatus(status)
                .setVersion(lastVersion + 1)
                .build();
    }

    private static Alert withdrawn(Alert last, Cause cause, Instant detectedAt) {
        List<Evidence> evidence = new ArrayList<>(last.getEvidence());
        evidence.add(Evidence.newBuilder()
                .setKind(cause.source() == null ? EvidenceKind.SETTING : EvidenceKind.EVENT)
                .setReference(cause.reference())
                .setDetail(cause.reason())
                .setFacts(Map.of("status", cause.status()))
                .setSource(cause.source())
                .build());
        return Alert.newBuilder(next(last, AlertStatus.WITHDRAWN, last.getVersion()))
                .setDetectedAt(detectedAt)
                .setExplanation(
                        "This alert is withdrawn. " + cause.reason() + " Until then it said: " + last.getExplanation())
                .setEvidence(evidence)
                .setHandling(StrictestHandling.of(last.getHandling(), cause.handling()))
                .build();
    }
}
