package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.standalone.Pipeline.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigia.schemas.fixtures.RealData;

/** Surges and displacements through the whole pipeline, in simulated files and in the real releases of CBP. */
class TrendAlertsSystemTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"5000,811", "8000,812", "12000,813"})
    void everyPlantedCaseIsFoundAndNothingElse(String events, String seed) throws IOException {
        Path files = directory.resolve("simulated");
        StringWriter errors = new StringWriter();
        String[] simulate = {"simulate", "--events", events, "--seed", seed, "--out", files.toString()};
        assertThat(Vigia.execute(simulate, new PrintWriter(errors, true)))
                .as(errors.toString())
                .isZero();

        Path out = new Pipeline(directory).run(feed("vigia-seizures", files.resolve("seizures.csv")));

        for (String kind : List.of("SEIZURE_SURGE", "DISPLACEMENT")) {
            Set<String> alerted = subjects(out, kind);
            Set<String> known = new HashSet<>();
            for (JsonNode planted : Pipeline.jsonLines(files, "truth.jsonl")) {
                if (planted.get("kind").asText().equals(kind)) {
                    Set<String> names = new TreeSet<>();
                    planted.get("subjectIds").forEach(name -> names.add(name.asText()));
                    assertThat(alerted).as("%s: %s", kind, planted.get("why")).containsAnyElementsOf(names);
                    known.addAll(names);
                }
            }
            assertThat(known).isNotEmpty();
            assertThat(known).as(kind).containsAll(alerted);
        }
    }

    @Test
    void theReleasesOfCbpShowWhatIsKnownOfThoseYearsAndLittleElse() throws IOException {
        Path out = new Pipeline(directory).run(release("fy19-fy22"), release("fy20-fy23"), release("fy23-fy26-dec"));

        Set<String> surges = subjects(out, "SEIZURE_SURGE");
        assertThat(surges)
                .anyMatch(subject ->
                        subject.startsWith("SEIZURES|fentanyl|US|SAN DIEGO FIELD OFFICE") && subject.contains("|2020-"))
                .anyMatch(subject -> subject.startsWith("SEIZURES|methamphetamine|"))
                .noneMatch(subject -> subject.startsWith("SEIZURES|other|"))
                .hasSizeLessThan(130);
        assertThat(subjects(out, "DISPLACEMENT")).hasSizeLessThan(15);
    }

    /** Subjects of the alerts that stand. */
    private static Set<String> subjects(Path out, String kind) throws IOException {
        Set<String> subjects = new TreeSet<>();
        for (JsonNode alert : Pipeline.jsonLines(out, "alerts.jsonl")) {
            if (alert.get("kind").asText().equals(kind)
                    && !alert.get("status").asText().equals("WITHDRAWN")) {
                subjects.add(alert.get("subjectId").asText());
            }
        }
        return subjects;
    }

    private static String release(String years) {
        return feed("cbp-nationwide", RealData.file("cbp/nationwide-drugs-" + years + ".csv"));
    }
}
