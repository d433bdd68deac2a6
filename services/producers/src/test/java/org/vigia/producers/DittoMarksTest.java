package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectionReason;

/** A clerk marks a repeated value with a quote, as on paper. */
class DittoMarksTest {

    private static final String HEADER = "seizure_id,occurred_at,country,substance,quantity,unit,note\n";

    @TempDir
    Path directory;

    @Test
    void refusesTheMarkedRowsAndTakesThoseBetween() {
        try (Bench bench = new Bench(directory)) {
            // when
            LedgerEntry ledger = bench.load("vigia-seizures", HEADER + """
                    A,2024-03-05,MX,cocaine,1,kg,"in sacks,
                    not weighed"
                    B,2024-03-05,MX,",2,kg,
                    C,2024-03-06,MX,cocaine,3,kg,
                    D,2024-03-06,MX,fentanyl,4,kg,
                    E,2024-03-07,MX,",5,kg,
                    F,2024-03-07,MX,heroin,6,kg,
                    """);

            // then
            assertThat(ledger.getRead()).isEqualTo(6);
            assertThat(Bench.counts(ledger)).isEqualTo("4 0 0 0 2");
            assertThat(bench.log.latest(bench.topics.seizures))
                    .containsOnlyKeys("vigia:A", "vigia:C", "vigia:D", "vigia:F");
            assertThat(bench.log.latest(bench.topics.seizures, "vigia:A").getAttributes())
                    .isEqualTo(Map.of("note", "in sacks,\nnot weighed"));
            assertThat(bench.log.rejected()).allSatisfy(rejected -> {
                assertThat(rejected.getReason()).isEqualTo(RejectionReason.UNCLOSED_QUOTE);
                assertThat(rejected.getDetail()).contains("ditto mark");
            });
            assertThat(bench.log.rejected())
                    .extracting(rejected -> rejected.getSource().getLine())
                    .containsExactly(4L, 7L);
        }
    }
}
