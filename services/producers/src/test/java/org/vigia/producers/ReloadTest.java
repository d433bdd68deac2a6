package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.producers.claim.ClaimContent;
import org.vigia.producers.claim.Fingerprint;

/** The same bytes loaded again change nothing, whatever was loaded since. */
class ReloadTest {

    private static final String HEADER = "seizure_id,occurred_at,status,country,substance,quantity,unit\n";
    private static final String A = HEADER + "S,2024-03-05,,MX,fentanyl,10,kg\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"S,2024-03-05,,MX,fentanyl,12,kg\n", "S,,RETRACTED,,,,\n"})
    void doesNotRevertACorrection(String correction) {
        try (Bench bench = new Bench(directory)) {
            // given
            bench.load("vigia-seizures", A);
            bench.load("vigia-seizures", HEADER + correction);
            Fingerprint corrected = state(bench);
            bench.restart("elsewhere");

            // when
            var first = bench.load("vigia-seizures", A);
            var second = bench.load("vigia-seizures", HEADER + correction);

            // then
            assertThat(Bench.counts(first)).isEqualTo("0 1 0 0 0");
            assertThat(Bench.counts(second)).isEqualTo("0 1 0 0 0");
            assertThat(state(bench)).isEqualTo(corrected);
            assertThat(bench.log.records(bench.topics.seizures)).hasSize(2);
        }
    }

    @Test
    void stillRefusesWhatItRefused() {
        try (Bench bench = new Bench(directory)) {
            String file = A + "T,2024-03-05,,MX,fentanyl,10,stone\n";
            bench.load("vigia-seizures", file);

            var again = bench.load("vigia-seizures", file);

            assertThat(Bench.counts(again)).isEqualTo("0 1 0 0 1");
            assertThat(bench.log.rejected()).hasSize(2);
        }
    }

    @Test
    void bringsEventsThatAreGoneAgain() {
        try (Bench bench = new Bench(directory)) {
            // given
            bench.load("vigia-seizures", A);
            bench.log.recreate(bench.topics.seizures);

            // when: the ledger knows the file, but the event is gone
            var again = bench.load("vigia-seizures", A);

            // then
            assertThat(Bench.counts(again)).isEqualTo("1 0 0 0 0");
        }
    }

    @Test
    void settlesANaturalKeyThatComesTwiceInOneFileOnce() {
        try (Bench bench = new Bench(directory)) {
            // given
            String row = "2025,OCT,AMO,Coastal,Land,Branch 1,Fentanyl,1,";
            String file = "FY,Month (abbv),Component,Region,Land Filter,Branch,Drug Type,Count of Event,Sum Qty (lbs)\n"
                    + row + "1.5\n" + row + "2.5\n";
            var first = bench.load("cbp-amo", file);

            // when
            var again = bench.load("cbp-amo", file);

            // then
            assertThat(Bench.counts(first)).isEqualTo("1 0 1 0 0");
            assertThat(Bench.counts(again)).isEqualTo("0 2 0 0 0");
            assertThat(bench.log.records(bench.topics.seizures)).hasSize(2);
            assertThat(bench.log.latest(bench.topics.seizures).values())
                    .singleElement()
                    .satisfies(seizure -> assertThat(
                                    seizure.getItems().getFirst().getQuantity().getAmount())
                            .isEqualTo("2.5"));

            // and a lost topic is told the whole story again
            bench.log.recreate(bench.topics.seizures);
            assertThat(Bench.counts(bench.load("cbp-amo", file))).isEqualTo("1 0 1 0 0");
        }
    }

    private static Fingerprint state(Bench bench) {
        return ClaimContent.state(bench.log.latest(bench.topics.seizures, "vigia:S"));
    }
}
