package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigia.events.Envelope;
import org.vigia.events.LedgerEntry;
import org.vigia.events.Seizure;
import org.vigia.schemas.fixtures.RealData;

/** The releases of US Customs and Border Protection, which overlap by years and come in any order. */
class CbpRealDataTest {

    private static final List<String> RELEASES = List.of("fy19-fy22", "fy20-fy23", "fy23-fy26-dec");
    private static final double MICROGRAMS_A_POUND = 453_592_370;

    @TempDir
    Path directory;

    static Stream<List<String>> orders() {
        return Stream.of(
                List.of(RELEASES.get(0), RELEASES.get(1), RELEASES.get(2)),
                List.of(RELEASES.get(0), RELEASES.get(2), RELEASES.get(1)),
                List.of(RELEASES.get(1), RELEASES.get(0), RELEASES.get(2)),
                List.of(RELEASES.get(1), RELEASES.get(2), RELEASES.get(0)),
                List.of(RELEASES.get(2), RELEASES.get(0), RELEASES.get(1)),
                List.of(RELEASES.get(2), RELEASES.get(1), RELEASES.get(0)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void nationwideReleasesAddUpInAnyOrder(List<String> order) throws IOException {
        try (Bench bench = new Bench(directory)) {
            // when
            Sum first = load(bench, "cbp-nationwide", "nationwide-drugs", order);
            Sum again = load(bench, "cbp-nationwide", "nationwide-drugs", order);

            // then
            assertThat(first).isEqualTo(new Sum(27_911, 17_987, 9_924, 0, 0, 0));
            assertThat(again).isEqualTo(new Sum(27_911, 0, 27_911, 0, 0, 0));
            assertThat(bench.log.records(bench.topics.seizures)).hasSize(17_987);
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void airAndMarineReleasesAddUpInAnyOrder(List<String> order) throws IOException {
        // given: what an independent reader finds in the same files
        Set<String> cells = new HashSet<>();
        Map<String, Double> pounds = new HashMap<>();
        long rows = 0;
        for (String release : RELEASES) {
            for (NamedCsvRecord row : read(RealData.file("cbp/amo-drug-seizures-" + release + ".csv"))) {
                rows++;
                String year = row.getField("FY").substring(0, 4);
                String cell = String.join("|", row.getFields().subList(0, 7)).replace(" (FYTD)", "");
                if (cells.add(cell)) {
                    String key = year + " " + row.getField("Drug Type").toLowerCase(Locale.ROOT);
                    pounds.merge(key, Double.parseDouble(row.getField("Sum Qty (lbs)")), Double::sum);
                }
            }
        }

        try (Bench bench = new Bench(directory)) {
            // when
            Sum first = load(bench, "cbp-amo", "amo-drug-seizures", order);
            Sum again = load(bench, "cbp-amo", "amo-drug-seizures", order);

            // then
            assertThat(first).isEqualTo(new Sum(rows, cells.size(), rows - cells.size(), 0, 0, 0));
            assertThat(again).isEqualTo(new Sum(rows, 0, rows, 0, 0, 0));
            Map<String, Double> loaded = new HashMap<>();
            poundsByYear(bench.log.records(bench.topics.seizures))
                    .forEach((key, sum) -> loaded.put(key.replace("cannabis", "marijuana"), sum));
            assertThat(loaded.keySet()).isEqualTo(pounds.keySet());
            pounds.forEach((key, sum) -> assertThat(loaded.get(key)).as(key).isCloseTo(sum, within(0.005)));
        }
    }

    @Test
    void fiscalYearsOfTheNationwideTableHaveThePublishedSums() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // when
            load(bench, "cbp-nationwide", "nationwide-drugs", RELEASES);

            // then
            List<Seizure> seizures = bench.log.records(bench.topics.seizures);
            Map<String, Double> pounds = poundsByYear(seizures);
            assertThat(pounds.get("2019 fentanyl")).isCloseTo(2_803.60, within(0.01));
            assertThat(pounds.get("2021 fentanyl")).isCloseTo(11_201.32, within(0.01));
            assertThat(pounds.get("2023 fentanyl")).isCloseTo(27_022.85, within(0.01));
            assertThat(pounds.get("2024 fentanyl")).isCloseTo(21_889.21, within(0.01));
            assertThat(pounds.get("2025 fentanyl")).isCloseTo(12_027.28, within(0.01));
            assertThat(pounds.get("2024 cocaine")).isCloseTo(68_215.07, within(0.01));
            assertThat(pounds.get("2025 methamphetamine")).isCloseTo(170_118.66, within(0.01));
            long incidents = seizures.stream()
                    .filter(seizure -> key(seizure).equals("2023 fentanyl"))
                    .mapToLong(Seizure::getIncidents)
                    .sum();
            assertThat(incidents).isEqualTo(1_351);
        }
    }

    /**
     * A digest of all event ids and contents as they were published before the feed was described by a definition. If it
     * changes, every deployed index sees the whole history as corrected.
     */
    @ParameterizedTest
    @CsvSource({"cbp-nationwide,nationwide-drugs,119476b7fdaab1f2", "cbp-amo,amo-drug-seizures,fb3b1d3ca6cb6e33"})
    void idsAndContentsStayAsTheyWerePublished(String feed, String table, String digest) throws Exception {
        try (Bench bench = new Bench(directory)) {
            // when
            load(bench, feed, table, RELEASES);

            // then
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            bench.log.latest(bench.topics.seizures).values().stream()
                    .map(CbpRealDataTest::published)
                    .sorted()
                    .forEach(line -> sha.update(line.getBytes(StandardCharsets.UTF_8)));
            assertThat(HexFormat.of().formatHex(sha.digest(), 0, 8)).isEqualTo(digest);
        }
    }

    private static String published(Seizure event) {
        Envelope envelope = event.getEnvelope();
        return String.join(
                "|",
                envelope.getEventId(),
                envelope.getOccurredAt() + "/" + envelope.getPrecision(),
                envelope.getPlace().getCountry() + "/" + envelope.getPlace().getArea(),
                envelope.getAgency(),
                envelope.getHandling().getTlp() + "/" + envelope.getStatus() + "/" + event.getMode(),
                String.valueOf(event.getItems()),
                String.valueOf(event.getIncidents()),
                String.valueOf(new TreeMap<>(event.getAttributes())));
    }

    private record Sum(long read, long accepted, long unchanged, long revised, long retracted, long rejected) {}

    private static Sum load(Bench bench, String feed, String table, List<String> releases) throws IOException {
        List<LedgerEntry> entries = new ArrayList<>();
        for (String release : releases) {
            entries.add(bench.load(feed, RealData.file("cbp/" + table + "-" + release + ".csv")));
        }
        return new Sum(
                entries.stream().mapToLong(LedgerEntry::getRead).sum(),
                entries.stream().mapToLong(LedgerEntry::getAccepted).sum(),
                entries.stream().mapToLong(LedgerEntry::getUnchanged).sum(),
                entries.stream().mapToLong(LedgerEntry::getRevised).sum(),
                entries.stream().mapToLong(LedgerEntry::getRetracted).sum(),
                entries.stream().mapToLong(LedgerEntry::getRejected).sum());
    }

    private static Map<String, Double> poundsByYear(List<Seizure> seizures) {
        Map<String, BigDecimal> micrograms = new HashMap<>();
        for (Seizure seizure : seizures) {
            long mass = seizure.getItems().getFirst().getQuantity().getMicrograms();
            micrograms.merge(key(seizure), BigDecimal.valueOf(mass), BigDecimal::add);
        }
        Map<String, Double> pounds = new HashMap<>();
        micrograms.forEach((key, sum) -> pounds.put(key, sum.doubleValue() / MICROGRAMS_A_POUND));
        return pounds;
    }

    private static String key(Seizure seizure) {
        ZonedDateTime month = seizure.getEnvelope().getOccurredAt().atZone(ZoneOffset.UTC);
        int fiscalYear = month.getMonthValue() >= 10 ? month.getYear() + 1 : month.getYear();
        return fiscalYear + " " + seizure.getItems().getFirst().getSubstance();
    }

    private static List<NamedCsvRecord> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }
}
