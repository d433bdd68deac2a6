package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.ClaimStatus;
import org.vigia.events.LedgerEntry;
import org.vigia.events.Seizure;
import org.vigia.producers.claim.ClaimContent;
import org.vigia.producers.claim.Fingerprint;

/** What holds for every file of distinct claims. */
class ClaimPropertyTest {

    private static final String HEADER = "seizure_id,occurred_at,country,substance,quantity,unit,lot\n";
    private static final int EXAMPLES = 15;

    @TempDir
    Path directory;

    @Test
    void rowsInAnyOrderAndAnyNumberOfCopiesMakeTheSameClaims() {
        qt().withFixedSeed(11).withExamples(EXAMPLES).forAll(longs().all()).checkAssert(seed -> {
            // given
            Random random = new Random(seed);
            List<String> rows = rows(random);
            List<String> shuffled = new ArrayList<>(rows);
            for (int copies = random.nextInt(10); copies > 0; copies--) {
                shuffled.add(rows.get(random.nextInt(rows.size())));
            }
            Collections.shuffle(shuffled, random);

            // when
            Path here = directory.resolve("order" + seed);
            assertThat(here.toFile().mkdirs()).isTrue();
            try (Bench bench = new Bench(here)) {
                LedgerEntry first = bench.load("vigia-seizures", HEADER + String.join("", rows));
                Map<String, Fingerprint> before = states(bench);
                LedgerEntry second = bench.load("vigia-seizures", HEADER + String.join("", shuffled));

                // then
                assertThat(first.getAccepted()).isEqualTo(rows.size());
                assertThat(second.getUnchanged()).isEqualTo(second.getRead()).isEqualTo(shuffled.size());
                assertThat(states(bench)).isEqualTo(before);
            }
        });
    }

    @Test
    void aRetractionTakesBackItsEventAndNothingElse() {
        qt().withFixedSeed(12).withExamples(EXAMPLES).forAll(longs().all()).checkAssert(seed -> {
            // given
            Random random = new Random(seed);
            List<String> rows = rows(random);
            String id = "S" + random.nextInt(8);
            String retraction = "seizure_id,occurred_at,status,country,substance\n" + id + ",,RETRACTED,,\n";
            Path here = directory.resolve("retraction" + seed);
            assertThat(here.toFile().mkdirs()).isTrue();
            try (Bench bench = new Bench(here)) {
                bench.load("vigia-seizures", HEADER + String.join("", rows));
                Map<String, Fingerprint> before = states(bench);

                // when
                LedgerEntry once = bench.load("vigia-seizures", retraction);
                LedgerEntry twice = bench.load("vigia-seizures", retraction);

                // then
                assertThat(Bench.counts(once)).isEqualTo("0 0 0 1 0");
                assertThat(Bench.counts(twice)).isEqualTo("0 1 0 0 0");
                Map<String, Fingerprint> expected = new TreeMap<>(before);
                expected.put("vigia:" + id, ClaimContent.RETRACTED);
                assertThat(states(bench)).isEqualTo(expected);
                Seizure seizure = bench.log.latest(bench.topics.seizures, "vigia:" + id);
                assertThat(seizure.getEnvelope().getStatus()).isEqualTo(ClaimStatus.RETRACTED);

                // and the claim can be made again, though not by the very same bytes
                bench.load("vigia-seizures", HEADER + String.join("", rows) + "\n");
                Map<String, Fingerprint> restored = states(bench);
                restored.keySet().retainAll(before.keySet());
                assertThat(restored).isEqualTo(before);
            }
        });
    }

    private static List<String> rows(Random random) {
        List<String> rows = new ArrayList<>();
        int number = 1 + random.nextInt(30);
        for (int i = 0; i < number; i++) {
            // The lot makes every row distinct, the id makes some belong together.
            int id = random.nextInt(8);
            rows.add("S" + id + ",2024-03-0" + (id + 1) + ",MX,drug " + random.nextInt(3) + "," + random.nextInt(100)
                    + ".5,kg,lot " + i + "\n");
        }
        return rows;
    }

    private static Map<String, Fingerprint> states(Bench bench) {
        Map<String, Fingerprint> states = new TreeMap<>();
        bench.log.latest(bench.topics.seizures).forEach((key, event) -> states.put(key, ClaimContent.state(event)));
        return states;
    }
}
