package org.vigia.screening.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.AlertStatus;
import org.vigia.events.Evidence;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Handling;
import org.vigia.events.RiskPart;
import org.vigia.events.Severity;
import org.vigia.screening.history.Settings;
import org.vigia.screening.history.SettingsCatalogue;

/** What alerts add up to. */
class RiskScoreTest {

    private static final Settings WEIGHTS = SettingsCatalogue.shipped().of("RISK", null);

    private static final List<AlertKind> KINDS =
            Arrays.stream(AlertKind.values()).filter(RiskScore::isAboutEvents).toList();

    private static final List<Severity> SEVERITIES =
            List.of(Severity.INFO, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);

    @Test
    void eachAlertTakesItsShareOfWhatIsLeft() {
        List<RiskPart> parts = RiskScore.parts(
                List.of(
                        alert("a", AlertKind.STRUCTURING, Severity.HIGH),
                        alert("b", AlertKind.NEW_ROUTE, Severity.LOW)),
                WEIGHTS);

        assertThat(parts).extracting(RiskPart::getPoints).containsExactly(50, 10);
        assertThat(RiskScore.score(parts)).isEqualTo(55);
    }

    @Test
    void withdrawnAlertsAndThoseOfTrendsAddNothing() {
        Alert withdrawn = Alert.newBuilder(alert("a", AlertKind.STRUCTURING, Severity.HIGH))
                .setStatus(AlertStatus.WITHDRAWN)
                .build();

        assertThat(RiskScore.parts(List.of(withdrawn, alert("b", AlertKind.SEIZURE_SURGE, Severity.HIGH)), WEIGHTS))
                .isEmpty();
        assertThat(RiskScore.score(List.of())).isZero();
    }

    @Test
    void occurrencesAreShown() {
        Alert counted = Alert.newBuilder(alert("a", AlertKind.STRUCTURING, Severity.HIGH))
                .setEvidence(List.of(Evidence.newBuilder()
                        .setKind(EvidenceKind.SETTING)
                        .setReference("STRUCTURING")
                        .setDetail("")
                        .setFacts(Map.of("occurrences", "5"))
                        .build()))
                .build();

        assertThat(RiskScore.parts(List.of(counted), WEIGHTS))
                .extracting(RiskPart::getOccurrences)
                .containsExactly(5);
    }

    @Test
    void theOrderDoesNotMatterAndMoreNeverLowersTheScore() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Alert> alerts = new ArrayList<>();
            int score = 0;
            for (int i = 0; i < 6; i++) {
                alerts.add(alert(
                        "a" + i,
                        KINDS.get(random.nextInt(KINDS.size())),
                        SEVERITIES.get(random.nextInt(SEVERITIES.size()))));
                int next = RiskScore.score(RiskScore.parts(alerts, WEIGHTS));
                assertThat(next).isBetween(score, 100);
                score = next;
            }
            List<Alert> shuffled = new ArrayList<>(alerts);
            Collections.shuffle(shuffled, random);
            assertThat(RiskScore.parts(shuffled, WEIGHTS)).isEqualTo(RiskScore.parts(alerts, WEIGHTS));
        }
    }

    private static Alert alert(String id, AlertKind kind, Severity severity) {
        return Alert.newBuilder()
                .setAlertId(id)
                .setKind(kind)
                .setSeverity(severity)
                .setStatus(AlertStatus.RAISED)
                .setOccurredAt(Instant.EPOCH)
                .setDetectedAt(Instant.EPOCH)
                .setSubjectId("s")
                .setExplanation("")
                .setEvidence(List.of())
                .setHandling(Handling.newBuilder().build())
                .build();
    }
}
