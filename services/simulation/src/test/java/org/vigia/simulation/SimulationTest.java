package org.vigia.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.schemas.substance.CasNumber;
import org.vigia.simulation.planted.Kind;

class SimulationTest {

    @TempDir
    Path directory;

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        Map<String, Integer> first = contents(Simulated.write(directory.resolve("a"), 5_000, 42));
        Map<String, Integer> again = contents(Simulated.write(directory.resolve("b"), 5_000, 42));
        Map<String, Integer> other = contents(Simulated.write(directory.resolve("c"), 5_000, 43));

        assertThat(again).isEqualTo(first).hasSize(10);
        for (String name : List.of("shipments.csv", "seizures.csv", "labs.csv", "truth.jsonl", "sanctioned/sdn.csv")) {
            assertThat(other.get(name)).as(name).isNotEqualTo(first.get(name));
        }
    }

    @Test
    void everyKindIsPlantedAndItsEventsAreInTheFilesForTwentySeeds() {
        for (long seed = 1; seed <= 20; seed++) {
            Simulated files = Simulated.write(directory.resolve("seed" + seed), 5_000, seed);
            Set<String> ids = files.ids("shipments.csv", "shipment_id");
            ids.addAll(files.ids("seizures.csv", "seizure_id"));
            ids.addAll(files.ids("labs.csv", "lab_id"));
            Set<String> kinds = new HashSet<>();
            for (JsonNode line : files.truth()) {
                kinds.add(line.get("kind").asText());
                if (line.get("subjectId").asText().startsWith("vigia:")) {
                    line.get("subjectIds").forEach(id -> assertThat(ids).contains(id.asText()));
                }
            }
            assertThat(kinds)
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Kind.values()).map(Kind::name).toList());
            assertThat(ids).hasSize(5_000);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 500, 1_000, 4_999})
    void smallSimulationsHaveAsManyEventsAsAskedFor(long events) {
        Simulated files = Simulated.write(directory.resolve("out"), events, -5);

        Set<String> ids = files.ids("shipments.csv", "shipment_id");
        ids.addAll(files.ids("seizures.csv", "seizure_id"));
        ids.addAll(files.ids("labs.csv", "lab_id"));
        assertThat(ids).hasSize((int) events);
    }

    @Test
    void checkDigitsHold() {
        assertThat(checkDigit("CSQU305438")).as("the example of ISO 6346").isEqualTo(3);
        Simulated files = Simulated.write(directory.resolve("out"), 5_000, 11);

        assertThat(files.rows("watch-list.csv")).allSatisfy(row -> new CasNumber(row.getOrDefault("cas", "")));
        assertThat(files.standing("shipments.csv", "shipment_id")).allSatisfy(row -> {
            String cas = row.getOrDefault("cas", "");
            assertThat(cas.isEmpty() || CasNumber.isOne(cas)).isTrue();
            String box = row.getOrDefault("containers", "");
            assertThat(checkDigit(box.substring(0, 10))).isEqualTo(box.charAt(10) - '0');
        });
    }

    @Test
    void namesAndContainersAreNobodyElses() {
        Simulated files = Simulated.write(directory.resolve("out"), 5_000, 12);
        Map<String, String> boxes = new TreeMap<>();
        for (Map<String, String> row : files.standing("shipments.csv", "shipment_id")) {
            String id = row.getOrDefault("shipment_id", "");
            assertThat(boxes.computeIfAbsent(row.getOrDefault("containers", ""), box -> id))
                    .isEqualTo(id);
        }
    }

    @Test
    void nothingIsOverwrittenAndImpossibleNumbersAreRefused() {
        Path out = directory.resolve("out");
        Simulated.write(out, 10, 1);

        assertThatThrownBy(() -> Simulation.write(10, 1, out, (file, rows, day, days) -> {}))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> Simulation.write(0, 1, out, (file, rows, day, days) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("events");
    }

    /** ISO 6346 with the table of letter values as the standard prints it. */
    private static int checkDigit(String code) {
        int[] letters = {
            10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36, 37, 38
        };
        long sum = 0;
        for (int i = 0; i < 10; i++) {
            char c = code.charAt(i);
            sum += (long) (c >= 'A' ? letters[c - 'A'] : c - '0') << i;
        }
        return (int) (sum % 11 % 10);
    }

    private static Map<String, Integer> contents(Simulated files) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(files.directory())) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = files.directory().relativize(path).toString().replace('\\', '/');
                contents.put(name, Arrays.hashCode(Files.readAllBytes(path)));
            }
        }
        return contents;
    }
}
