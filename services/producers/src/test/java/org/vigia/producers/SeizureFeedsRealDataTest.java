package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectedRecord;
import org.vigia.events.RejectionReason;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;
import org.vigia.events.TimePrecision;
import org.vigia.schemas.fixtures.RealData;

/** Seizures of partners that are described by a definition: what is loaded sums up to what another reader finds. */
class SeizureFeedsRealDataTest {

    private static final BigDecimal MICROGRAMS_A_KILOGRAM = BigDecimal.TEN.pow(9);

    @TempDir
    Path directory;

    @Test
    void fortalezaSumsUpByMonthAndDrug() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = RealData.file("brazil-fortaleza/FortalezaEntorpecente_2009-2019.csv.gz");
            Map<String, String> drugs = Map.of(
                    "Maconha", "cannabis", "Cocaína", "cocaine", "Crack", "cocaine base", "Haxixe", "cannabis resin");
            List<NamedCsvRecord> rows = RawCsv.read(file);
            Map<String, BigDecimal> expected = rows.stream()
                    .collect(sum(
                            row -> row.getField("Data").substring(0, 7) + " "
                                    + drugs.get(row.getField("Tipo de Entorpecente")),
                            row -> micrograms(row.getField("Quantidade (Kg)"))));

            // when
            LedgerEntry ledger = bench.load("brazil-fortaleza", file);

            // then
            assertThat(ledger.getRead()).isEqualTo(rows.size()).isEqualTo(29_426);
            assertThat(Bench.counts(ledger)).isEqualTo("29426 0 0 0 0");
            List<Seizure> seizures = bench.log.records(bench.topics.seizures);
            assertThat(sums(seizures, 7)).isEqualTo(expected);
            assertThat(seizures.stream().mapToInt(Seizure::getIncidents).sum()).isEqualTo(29_426);
            assertThat(seizures)
                    .allMatch(seizure -> seizure.getEnvelope().getPrecision() == TimePrecision.DAY)
                    .allMatch(seizure -> seizure.getAttributes().containsKey("hora"));
            assertThat(Bench.counts(bench.load("brazil-fortaleza", file))).isEqualTo("0 29426 0 0 0");
        }
    }

    @Test
    void halfOfFortalezaAndThenAllOfItIsAllOfIt() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = RealData.file("brazil-fortaleza/FortalezaEntorpecente_2009-2019.csv.gz");
            List<String> lines = RawCsv.text(file).lines().toList();
            String half = String.join("\n", lines.subList(0, lines.size() / 2)) + "\n";

            // when
            bench.load("brazil-fortaleza", half);
            bench.load("brazil-fortaleza", file);

            // then
            BigDecimal expected = RawCsv.read(file).stream()
                    .map(row -> micrograms(row.getField("Quantidade (Kg)")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Map<String, BigDecimal> loaded =
                    sums(List.copyOf(bench.log.latest(bench.topics.seizures).values()), 0);
            assertThat(loaded.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(expected);
        }
    }

    @Test
    void colombiaSumsUpByMonthAndDepartment() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = RealData.file("colombia-ponal/incautacion-estupefacientes-2018-1.json");
            Map<String, String> departments =
                    Map.of("ANTIOQUIA", "CO-ANT", "AMAZONAS", "CO-AMA", "CESAR", "CO-CES", "VALLE", "CO-VAC");
            Map<String, BigDecimal> expected = new HashMap<>();
            for (JsonNode row : new ObjectMapper().readTree(file.toFile())) {
                assertThat(row.get("unidad_de_medida").asText()).isEqualTo("GRAMO");
                expected.merge(
                        row.get("fecha").asText().substring(0, 10) + " "
                                + departments.get(row.get("departamento").asText()),
                        micrograms(row.get("cantidad").asText()).divide(BigDecimal.valueOf(1000)),
                        BigDecimal::add);
            }

            // when
            LedgerEntry ledger = bench.load("colombia-ponal", file);

            // then
            assertThat(Bench.counts(ledger)).isEqualTo("1000 0 0 0 0");
            Map<String, BigDecimal> loaded = new HashMap<>();
            for (Seizure seizure : bench.log.records(bench.topics.seizures)) {
                String cell = seizure.getEnvelope().getOccurredAt().toString().substring(0, 10) + " "
                        + seizure.getEnvelope().getPlace().getSubdivision();
                seizure.getItems().forEach(item -> loaded.merge(cell, mass(item), BigDecimal::add));
            }
            assertThat(loaded).isEqualTo(expected);
            assertThat(Bench.counts(bench.load("colombia-ponal", file))).isEqualTo("0 1000 0 0 0");
        }
    }

    @Test
    void annualFiguresOfTheUnitedNationsSumUpByYear() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = RealData.file("unodc/annual-drug-seizures-1970-2020.csv.gz");
            List<NamedCsvRecord> rows = RawCsv.read(file);
            BigDecimal limit = new BigDecimal("100000000");
            Map<String, BigDecimal> expected = rows.stream()
                    .filter(row -> !row.getField("KG Equivalent").equals("NULL"))
                    .filter(row -> new BigDecimal(row.getField("KG Equivalent")).compareTo(limit) <= 0)
                    .collect(sum(row -> row.getField("Year"), row -> micrograms(row.getField("KG Equivalent"))));

            // when
            LedgerEntry ledger = bench.load("unodc-seizures", file);

            // then: 363,932 t of poppy plants in Egypt in 1996 are more than a seizure may be
            assertThat(ledger.getRead()).isEqualTo(rows.size()).isEqualTo(51_201);
            assertThat(Bench.counts(ledger)).isEqualTo("51200 0 0 0 1");
            assertThat(bench.log.records(bench.topics.rejected))
                    .singleElement()
                    .extracting(RejectedRecord::getReason)
                    .isEqualTo(RejectionReason.OUT_OF_RANGE);
            List<Seizure> seizures = bench.log.records(bench.topics.seizures);
            assertThat(byYear(seizures)).isEqualTo(expected);
            assertThat(seizures.stream()
                            .flatMap(seizure -> seizure.getItems().stream())
                            .filter(item -> item.getQuantity() == null))
                    .hasSize(507);
            assertThat(seizures)
                    .allMatch(seizure -> seizure.getEnvelope().getPrecision() == TimePrecision.YEAR)
                    .filteredOn(seizure ->
                            seizure.getEnvelope().getPlace().getCountry().isEmpty())
                    .extracting(seizure -> seizure.getEnvelope().getPlace().getArea())
                    .containsOnly("Netherlands Antilles", "USSR", "Serbia and Montenegro", "Kosovo under UNSCR 1244");
        }
    }

    private static Map<String, BigDecimal> sums(List<Seizure> seizures, int ofDate) {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Seizure seizure : seizures) {
            String date = seizure.getEnvelope().getOccurredAt().toString().substring(0, ofDate);
            for (SeizedItem item : seizure.getItems()) {
                sums.merge(date + " " + item.getSubstance(), mass(item), BigDecimal::add);
            }
        }
        return sums;
    }

    private static Map<String, BigDecimal> byYear(List<Seizure> seizures) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Seizure seizure : seizures) {
            String year = seizure.getEnvelope().getOccurredAt().toString().substring(0, 4);
            seizure.getItems().stream()
                    .filter(item -> item.getQuantity() != null)
                    .forEach(item -> sums.merge(year, mass(item), BigDecimal::add));
        }
        return sums;
    }

    private static BigDecimal mass(SeizedItem item) {
        return BigDecimal.valueOf(item.getQuantity().getMicrograms());
    }

    /** A text in kilograms, rounded to a microgram as the documentation says. */
    private static BigDecimal micrograms(String kilograms) {
        return new BigDecimal(kilograms).multiply(MICROGRAMS_A_KILOGRAM).setScale(0, RoundingMode.HALF_UP);
    }

    private static java.util.stream.Collector<NamedCsvRecord, ?, Map<String, BigDecimal>> sum(
            Function<NamedCsvRecord, String> key, Function<NamedCsvRecord, BigDecimal> value) {
        return Collectors.toMap(key, value, BigDecimal::add, TreeMap::new);
    }
}
