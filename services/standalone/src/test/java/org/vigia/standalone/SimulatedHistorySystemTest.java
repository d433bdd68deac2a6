package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.standalone.Pipeline.feed;
import static org.vigia.standalone.Pipeline.jsonLines;
import static org.vigia.standalone.Pipeline.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the history detectors find in simulated files, against what was planted: recall, precision, false alerts. */
class SimulatedHistorySystemTest {

    private static final List<String> KINDS =
            List.of("DECLARATION_MISMATCH", "STRUCTURING", "NEW_ROUTE", "CONVERGENCE", "LAB_LINK", "QUANTITY");

    private static final double LEAST_RECALL = 0.99;
    private static final double LEAST_PRECISION = 0.95;
    private static final double MOST_FALSE_ALERTS_A_SHIPMENT = 0.002;

    @TempDir
    Path directory;

    /** Seeds that the detectors were not developed with. */
    @ParameterizedTest
    @ValueSource(longs = {90_417, 90_418, 90_419})
    void plantedCasesAreFoundAndLittleElse(long seed) throws IOException {
        // given
        Path files = directory.resolve("simulated");
        StringWriter errors = new StringWriter();
        String[] simulate = {"simulate", "--events", "6000", "--seed", Long.toString(seed), "--out", files.toString()};
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
        List<JsonNode> truth = jsonLines(files, "truth.jsonl");
        List<JsonNode> alerts = jsonLines(out, "alerts.jsonl").stream()
                .filter(alert -> !alert.get("status").asText().equals("WITHDRAWN"))
                .toList();
        int wrong = 0;
        for (String kind : KINDS) {
            Score score = Score.of(kind, truth, alerts);
            assertThat(score.recall()).as(score.toString()).isGreaterThanOrEqualTo(LEAST_RECALL);
            assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(LEAST_PRECISION);
            wrong += score.wrong.size();
        }
        Set<String> planted = new HashSet<>();
        truth.forEach(line -> line.get("subjectIds").forEach(subject -> planted.add(subject.asText())));
        long clean = Pipeline.csv(files, "shipments.csv").stream()
                .map(row -> "vigia:" + row.getField("shipment_id"))
                .filter(id -> !planted.contains(id))
                .distinct()
                .count();
        assertThat(wrong / (double) clean).isLessThanOrEqualTo(MOST_FALSE_ALERTS_A_SHIPMENT);
        assertThat(jsonLines(out, "risks.jsonl")).isNotEmpty();
    }

    /**
     * How a kind did.
     *
     * @param found cases with an alert of the kind about one of their subjects
     * @param wrong alerts about no subject of any case of the kind
     */
    private record Score(String kind, int cases, int found, int alerts, List<String> missed, List<String> wrong) {

        static Score of(String kind, List<JsonNode> truth, List<JsonNode> alerts) {
            Set<String> alerted = new HashSet<>();
            alerts.stream()
                    .filter(alert -> alert.get("kind").asText().equals(kind))
                    .forEach(alert -> alerted.add(alert.get("subjectId").asText()));
            Set<String> right = new HashSet<>();
            List<String> missed = new ArrayList<>();
            int cases = 0;
            for (JsonNode line : truth) {
                if (line.get("kind").asText().equals(kind)) {
                    cases++;
                    boolean found = false;
                    for (JsonNode subject : line.get("subjectIds")) {
                        right.add(subject.asText());
                        found |= alerted.contains(subject.asText());
                    }
                    if (!found) {
                        missed.add(line.get("why").asText());
                    }
                }
            }
            List<JsonNode> ofKind = alerts.stream()
                    .filter(alert -> alert.get("kind").asText().equals(kind))
                    .toList();
            List<String> wrong = ofKind.stream()
                    .filter(alert -> !right.contains(alert.get("subjectId").asText()))
                    .map(alert -> alert.get("explanation").asText())
                    .toList();
            return new Score(kind, cases, cases - missed.size(), ofKind.size(), missed, wrong);
        }

        double recall() {
            return cases == 0 ? 1 : found / (double) cases;
        }

        double precision() {
            return alerts == 0 ? 1 : (alerts - wrong.size()) / (double) alerts;
        }
    }
}
