package org.vigia.producers.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.producers.claim.Disposition.ACCEPTED;
import static org.vigia.producers.claim.Disposition.RETRACTED;
import static org.vigia.producers.claim.Disposition.REVISED;
import static org.vigia.producers.claim.Disposition.UNCHANGED;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigia.schemas.fixtures.Events;

class JudgementTest {

    private static final Fingerprint A = new Fingerprint(1, 1);
    private static final Fingerprint B = new Fingerprint(2, 2);
    private static final Fingerprint GONE = ClaimContent.RETRACTED;

    @Test
    void judgesASingleClaimByWhatIsKnown() {
        assertThat(judge(null, A)).containsExactly(ACCEPTED);
        assertThat(judge(A, A)).containsExactly(UNCHANGED);
        assertThat(judge(B, A)).containsExactly(REVISED);
        assertThat(judge(A, GONE)).containsExactly(RETRACTED);
        assertThat(judge(null, GONE)).containsExactly(RETRACTED);
        assertThat(judge(GONE, GONE)).containsExactly(UNCHANGED);
        assertThat(judge(GONE, A)).containsExactly(REVISED);
    }

    @Test
    void followsTheHistoryThatAFileTells() {
        assertThat(judge(null, A, B, GONE)).containsExactly(ACCEPTED, REVISED, RETRACTED);
        assertThat(judge(null, A, B, A)).containsExactly(ACCEPTED, REVISED, REVISED);
    }

    @Test
    void resumesAHistoryWhereItWasLeft() {
        assertThat(judge(GONE, A, B, GONE)).containsExactly(UNCHANGED, UNCHANGED, UNCHANGED);
        assertThat(judge(B, A, B, GONE)).containsExactly(UNCHANGED, UNCHANGED, RETRACTED);
        assertThat(judge(A, A, B, GONE)).containsExactly(UNCHANGED, REVISED, RETRACTED);
        assertThat(judge(A, A, B, A)).containsExactly(UNCHANGED, UNCHANGED, UNCHANGED);
    }

    private static List<Disposition> judge(@Nullable Fingerprint known, Fingerprint... states) {
        List<Claim> claims = Stream.of(states)
                .map(state -> new Claim(
                        A,
                        Events.seizure("s-1", "2024-03-05", "fentanyl", "1"),
                        new byte[0],
                        List.of(),
                        List.of(),
                        state))
                .toList();
        return Judgement.of(claims, known);
    }
}
