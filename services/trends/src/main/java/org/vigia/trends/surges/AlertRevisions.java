package org.vigia.trends.surges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigia.events.Alert;
import org.vigia.events.AlertStatus;
import org.vigia.events.Evidence;
import org.vigia.events.EvidenceKind;

/**
 * What becomes of the alerts about a series when its figures have changed: new findings are raised, changed ones
 * revised, those that the figures no longer give withdrawn; what is the same says nothing.
 */
final class AlertRevisions {

    private AlertRevisions() {}

    /**
     * The alerts to send, in the order of their ids.
     *
     * @param sent the last alert sent under each id for the series, withdrawn ones included
     * @param found what the figures give, each RAISED in version 1
     * @param reason why an alert that is not found again is withdrawn, a sentence
     */
    static List<Alert> revise(Collection<Alert> sent, Collection<Alert> found, String reason, Instant detectedAt) {
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
                changes.put(id, withdrawn(last, reason, detectedAt));
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
        return last.equals(Alert.newBuilder(alert)
                .setStatus(last.getStatus())
                .setVersion(last.getVersion())
                .setDetectedAt(last.getDetectedAt())
                .build());
    }

    private static Alert next(Alert alert, AlertStatus status, int lastVersion) {
        return Alert.newBuilder(alert)
                .setStatus(status)
                .setVersion(lastVersion + 1)
                .build();
    }

    private static Alert withdrawn(Alert last, String reason, Instant detectedAt) {
        List<Evidence> evidence = new ArrayList<>(last.getEvidence());
        evidence.add(Evidence.newBuilder()
                .setKind(EvidenceKind.THRESHOLD)
                .setReference(last.getSubjectId())
                .setDetail(reason)
                .build());
        return Alert.newBuilder(next(last, AlertStatus.WITHDRAWN, last.getVersion()))
                .setDetectedAt(detectedAt)
                .setExplanation("This alert is withdrawn. " + reason + " Until then it said: " + last.getExplanation())
                .setEvidence(evidence)
                .build();
    }
}
