package org.vigia.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Surges, displacements and links to laboratories, computed from the files alone. */
class SeizureCasesTest {

    private static final YearMonth LAST = YearMonth.of(2025, 12);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {201, 202, 203})
    void surgesAndDisplacementsAreThePlantedOnes(long seed) {
        Simulated files = Simulated.write(directory.resolve("out"), 12_000, seed);
        Map<String, Map<YearMonth, Integer>> cells = new TreeMap<>();
        for (Map<String, String> row : files.standing("seizures.csv", "seizure_id")) {
            String cell = String.join(
                    "|",
                    "SEIZURES",
                    row.getOrDefault("substance", ""),
                    row.getOrDefault("country", ""),
                    row.getOrDefault("area", ""),
                    row.getOrDefault("agency", ""));
            cells.computeIfAbsent(cell, key -> new TreeMap<>())
                    .merge(YearMonth.parse(row.getOrDefault("occurred_at", "").substring(0, 7)), 1, Integer::sum);
        }
        Set<String> surges = new TreeSet<>();
        Set<String> moved = new TreeSet<>();
        cells.forEach((cell, counts) -> {
            counts.forEach((month, count) -> {
                int before = counts.getOrDefault(month.minusYears(1), 0);
                if (month.isAfter(YearMonth.of(2023, 12)) && count >= 10 && count >= 3 * before) {
                    surges.add(cell + "|MONTH|" + month + "-01");
                }
            });
            double then = IntStream.range(0, 12)
                    .map(month -> counts.getOrDefault(YearMonth.of(2023, 1 + month), 0))
                    .average()
                    .orElse(0);
            boolean fallen = lastMonths().allMatch(month -> counts.getOrDefault(month, 0) < 0.5 * then);
            boolean risen = lastMonths().allMatch(month -> counts.getOrDefault(month, 0) > 1.5 * then);
            if (then >= 2 && (fallen || risen)) {
                moved.add(cell);
            }
        });

        assertThat(surges).isEqualTo(files.planted("SEIZURE_SURGE")).isNotEmpty();
        Set<String> planted = files.involved("DISPLACEMENT");
        planted.removeIf(key -> key.contains("|MONTH|"));
        assertThat(moved).isEqualTo(planted).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {301, 302})
    void onlyPlantedLaboratoriesShareASealOrLotWithAnything(long seed) {
        Simulated files = Simulated.write(directory.resolve("out"), 12_000, seed);
        Set<String> seals = new HashSet<>();
        files.rows("shipments.csv").forEach(row -> seals.add(row.getOrDefault("seals", "")));
        Set<String> lots = new HashSet<>();
        files.rows("seizures.csv").forEach(row -> lots.add(row.getOrDefault("lot", "")));
        seals.remove("");
        lots.remove("");

        Set<String> bySeal = new TreeSet<>();
        Set<String> byLot = new TreeSet<>();
        for (Map<String, String> row : files.rows("labs.csv")) {
            if (seals.contains(row.getOrDefault("seal", ""))) {
                bySeal.add("vigia:" + row.getOrDefault("lab_id", ""));
            }
            if (lots.contains(row.getOrDefault("lot", ""))) {
                byLot.add("vigia:" + row.getOrDefault("lab_id", ""));
            }
        }

        assertThat(bySeal).isEqualTo(files.planted("LAB_LINK")).isNotEmpty();
        assertThat(byLot).isEqualTo(bySeal);
    }

    private static Stream<YearMonth> lastMonths() {
        return Stream.of(LAST.minusMonths(2), LAST.minusMonths(1), LAST);
    }
}
