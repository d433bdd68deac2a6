package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.standalone.Pipeline.feed;
import static org.vigia.standalone.Pipeline.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.AlertKind;
import org.vigia.simulation.planted.Kind;

/** Simulated files through the whole pipeline. */
class SimulateSystemTest {

    @TempDir
    Path directory;

    @Test
    void everyRowIsTakenAndTheWatchListFindsThePlantedShipmentsAndNoOthers() throws IOException {
        // given
        Path files = directory.resolve("simulated");
        StringWriter errors = new StringWriter();
        String[] simulate = {"simulate", "--events", "5000", "--seed", "77", "--out", files.toString()};
        assertThat(Vigia.execute(simulate, new PrintWriter(errors, true)))
                .as(errors.toString())
                .isZero();

        // when
        Path out = new Pipeline(directory)
                .run(
                        reference("vigia-watch-list", files.resolve("watch-list.csv")),
                        feed("vigia-shipments", files.resolve("shipments.csv")),
                        feed("vigia-seizures", files.resolve("seizures.csv")),
                        feed("vigia-labs", files.resolve("labs.csv")));

        // then
        JsonNode summary = Pipeline.json(out, "summary.json");
        assertThat(summary.get("rejected").asInt()).isZero();
        assertThat(Pipeline.jsonLines(out, "rejected.jsonl")).isEmpty();
        Set<String> planted = new TreeSet<>();
        for (JsonNode line : Pipeline.jsonLines(files, "truth.jsonl")) {
            if (line.get("kind").asText().equals("WATCH_LIST")) {
                planted.add(line.get("subjectId").asText());
            }
        }
        Set<String> alerted = new TreeSet<>();
        for (JsonNode alert : Pipeline.jsonLines(out, "alerts.jsonl")) {
            if (alert.get("kind").asText().equals("WATCH_LIST")) {
                alerted.add(alert.get("subjectId").asText());
            }
        }
        assertThat(alerted).isEqualTo(planted).isNotEmpty();
    }

    @Test
    void kindsAreNamedAsAlertsNameThem() {
        assertThat(Arrays.stream(AlertKind.values()).map(Enum::name).filter(name -> !name.equals("UNKNOWN")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Kind.values()).map(Kind::name).toList());
    }
}
