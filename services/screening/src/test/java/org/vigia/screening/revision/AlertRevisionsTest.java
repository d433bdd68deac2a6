package org.vigia.screening.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.AlertStatus;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Envelope;
import org.vigia.events.Evidence;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Handling;
import org.vigia.events.Severity;
import org.vigia.events.TrafficLight;
import org.vigia.schemas.fixtures.Events;

class AlertRevisionsTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");
    private static final Envelope CONFIRMED =
            Events.envelope("s-1", "2024-01-01").build();
    private static final Envelope RETRACTED = Events.envelope("s-1", "2024-01-01")
            .setStatus(ClaimStatus.RETRACTED)
            .setSource(Events.source("batch-2", 9))
            .build();

    @Test
    void aNewFindingIsRaisedAsItIs() {
        assertThat(AlertRevisions.revise(List.of(), List.of(alert("a", "x", FIRST)), CONFIRMED, FIRST))
                .containsExactly(alert("a", "x", FIRST));
    }

    @Test
    void theSameContentSaysNothingWheneverItIsMade() {
        assertThat(AlertRevisions.revise(
                        List.of(alert("a", "x", FIRST)), List.of(alert("a", "x", LATER)), CONFIRMED, LATER))
                .isEmpty();
    }

    @Test
    void otherContentIsTheNextVersion() {
        assertThat(AlertRevisions.revise(
                        List.of(alert("a", "x", FIRST)), List.of(alert("a", "y", LATER)), CONFIRMED, LATER))
                .containsExactly(Alert.newBuilder(alert("a", "y", LATER))
                        .setStatus(AlertStatus.REVISED)
                        .setVersion(2)
                        .build());
    }

    @Test
    void aFindingThatIsGoneIsWithdrawnAndTheReasonIsGiven() {
        Alert withdrawn = AlertRevisions.revise(List.of(alert("a", "x", FIRST)), List.of(), RETRACTED, LATER)
                .getFirst();
        assertThat(withdrawn.getStatus()).isEqualTo(AlertStatus.WITHDRAWN);
        assertThat(withdrawn.getVersion()).isEqualTo(2);
        assertThat(withdrawn.getDetectedAt()).isEqualTo(LATER);
        assertThat(withdrawn.getExplanation())
                .isEqualTo("This alert is withdrawn. test retracted s-1 (line 9 of the file batch-2.csv)."
                        + " Until then it said: x");
        assertThat(withdrawn.getEvidence().getLast().getSource().getFile()).isEqualTo("batch-2.csv");
    }

    @Test
    void aCorrectionThatEndsAnAlertIsNoRetraction() {
        assertThat(AlertRevisions.revise(List.of(alert("a", "x", FIRST)), List.of(), CONFIRMED, LATER)
                        .getFirst()
                        .getExplanation())
                .contains("test corrected s-1 (line 2 of the file batch-1.csv), and as corrected it no longer gives");
    }

    @Test
    void whatIsWithdrawnStaysSoSilently() {
        List<Alert> withdrawn = AlertRevisions.revise(List.of(alert("a", "x", FIRST)), List.of(), RETRACTED, LATER);
        assertThat(AlertRevisions.revise(withdrawn, List.of(), RETRACTED, LATER))
                .isEmpty();
    }

    @Test
    void whatComesBackIsRevisedUnderItsOldId() {
        List<Alert> withdrawn = AlertRevisions.revise(List.of(alert("a", "x", FIRST)), List.of(), RETRACTED, LATER);
        assertThat(AlertRevisions.revise(withdrawn, List.of(alert("a", "x", LATER)), CONFIRMED, LATER))
                .containsExactly(Alert.newBuilder(alert("a", "x", LATER))
                        .setStatus(AlertStatus.REVISED)
                        .setVersion(3)
                        .build());
    }

    @Test
    void aWithdrawalCarriesTheStricterLabelOfBoth() {
        Envelope red = Envelope.newBuilder(RETRACTED)
                .setHandling(Handling.newBuilder()
                        .setTlp(TrafficLight.RED)
                        .setCaveats(List.of("NOFORN"))
                        .build())
                .build();
        Handling handling = AlertRevisions.revise(List.of(alert("a", "x", FIRST)), List.of(), red, LATER)
                .getFirst()
                .getHandling();
        assertThat(handling.getTlp()).isEqualTo(TrafficLight.RED);
        assertThat(handling.getCaveats()).containsExactly("ORCON", "NOFORN");
    }

    @Test
    void theChangesComeInTheOrderOfTheirIds() {
        assertThat(AlertRevisions.revise(
                        List.of(alert("b", "x", FIRST)),
                        List.of(alert("c", "x", LATER), alert("a", "x", LATER)),
                        CONFIRMED,
                        LATER))
                .extracting(Alert::getAlertId)
                .containsExactly("a", "b", "c");
    }

    private static Alert alert(String id, String explanation, Instant detectedAt) {
        return Alert.newBuilder()
                .setAlertId(id)
                .setKind(AlertKind.WATCH_LIST)
                .setSeverity(Severity.HIGH)
                .setStatus(AlertStatus.RAISED)
                .setOccurredAt(Events.instant("2024-01-01"))
                .setDetectedAt(detectedAt)
                .setSubjectId("s-1")
                .setExplanation(explanation)
                .setEvidence(List.of(Evidence.newBuilder()
                        .setKind(EvidenceKind.EVENT)
                        .setReference("s-1")
                        .setDetail("Declared.")
                        .setFacts(Map.of("line", "1"))
                        .build()))
                .setHandling(Handling.newBuilder()
                        .setTlp(TrafficLight.GREEN)
                        .setCaveats(List.of("ORCON"))
                        .build())
                .build();
    }
}
