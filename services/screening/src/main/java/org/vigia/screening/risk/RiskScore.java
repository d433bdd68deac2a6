package org.vigia.screening.risk;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.AlertStatus;
import org.vigia.events.EvidenceKind;
import org.vigia.events.RiskPart;
import org.vigia.events.Severity;
import org.vigia.screening.history.Settings;

/**
 * Adds up what alerts say: each takes its share of the distance that is left to certainty, so that the order does not
 * matter, no number of small findings reaches 100, and one more never lowers the score (the "noisy or" of Pearl 1988).
 */
public final class RiskScore {

    private static final int MOST = 100;

    private RiskScore() {}

    /** Whether alerts of a kind are about an event, and not about a trend. */
    public static boolean isAboutEvents(AlertKind kind) {
        return switch (kind) {
            case WATCH_LIST,
                    RETRO_LISTING,
                    SANCTIONED_PARTY,
                    DECLARATION_MISMATCH,
                    QUANTITY,
                    STRUCTURING,
                    NEW_ROUTE,
                    CONVERGENCE,
                    LAB_LINK -> true;
            case SEIZURE_SURGE, DISPLACEMENT, UNKNOWN -> false;
        };
    }

    /** The parts that standing alerts make, largest first; withdrawn alerts make none. */
    public static List<RiskPart> parts(Collection<Alert> alerts, Settings weights) {
        return alerts.stream()
                .filter(alert -> alert.getStatus() != AlertStatus.WITHDRAWN)
                .filter(alert -> isAboutEvents(alert.getKind()))
                .map(alert -> part(alert, weights))
                .sorted(Comparator.comparingInt(RiskPart::getPoints).reversed().thenComparing(RiskPart::getAlertId))
                .toList();
    }

    private static RiskPart part(Alert alert, Settings weights) {
        double share = weights.number(alert.getKind().name()) * factor(alert.getSeverity());
        return new RiskPart(
                alert.getAlertId(),
                alert.getKind(),
                alert.getSeverity(),
                (int) Math.round(MOST * share),
                occurrences(alert));
    }

    private static double factor(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> 1;
            case MEDIUM, UNKNOWN -> 0.75;
            case LOW -> 0.5;
            case INFO -> 0.25;
        };
    }

    private static int occurrences(Alert alert) {
        return alert.getEvidence().stream()
                .filter(evidence -> evidence.getKind() == EvidenceKind.SETTING)
                .map(evidence -> evidence.getFacts().getOrDefault("occurrences", "1"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(1);
    }

    /** The score of parts, 0 to 100. */
    public static int score(Collection<RiskPart> parts) {
        double left = 1;
        for (RiskPart part : parts) {
            left *= 1 - part.getPoints() / (double) MOST;
        }
        return (int) Math.round(MOST * (1 - left));
    }
}
