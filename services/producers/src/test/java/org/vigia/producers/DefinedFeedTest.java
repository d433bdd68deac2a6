package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigia.events.ClaimStatus;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectedRecord;
import org.vigia.events.RejectionReason;
import org.vigia.events.Seizure;
import org.vigia.events.TrafficLight;
import org.vigia.producers.definition.Definitions;
import org.vigia.producers.drug.DrugNames;
import org.vigia.producers.feed.Feed;

/** What the keys of a definition do to the cells of a row. */
class DefinedFeedTest {

    private static final String HEAD = """
            feed: xx-seizures
            partner: xx
            description: seizures
            event: seizure
            constants: {country: MX, unit: kg, handling: TLP:RED}
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "1.234.567,5" | '{decimal: ",", thousands: "."}' | 1234567.5
                    "1234,5"      | '{decimal: ",", thousands: "."}' | 1234.5
                    "12,34,567.5" | '{decimal: ".", thousands: ","}' | 1234567.5
                    1 234,5       | '{decimal: ",", thousands: " "}' | 1234.5
                    2,5           | '{decimal: ",", thousands: "."}' | 2.5
                    1.5           | '{decimal: ",", thousands: "."}' | INVALID_NUMBER
                    "1,23"        | '{decimal: ".", thousands: ","}' | INVALID_NUMBER
                    "1,5"         | '{decimal: "."}'                 | INVALID_NUMBER
                    -1            | '{decimal: ","}'                 | NEGATIVE_QUANTITY
                    """)
    void readsNumbersAsTheFeedWritesThem(String cell, String style, String expected) throws IOException {
        assertThat(outcome(
                        "numbers: " + style + "\nfields: {substance: s, occurred_at: d, quantity: q}\nkey: [substance]",
                        "s;d;q\nx;2024-03-05;" + cell.replace("\"", "") + "\n",
                        seizure -> seizure.getItems().getFirst().getQuantity().getAmount()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    05/03/2024          | {column: d, pattern: dd/MM/yyyy}                                         | 2024-03-05T00:00:00Z DAY
                    05/03/2024 23:30    | {column: d, pattern: 'dd/MM/yyyy HH:mm', zone: America/Bogota}           | 2024-03-06T04:30:00Z INSTANT
                    05/03/2024 23:30    | {column: d, pattern: 'dd/MM/yyyy HH:mm', precision: day}                 | 2024-03-05T00:00:00Z DAY
                    05/03/2024 23       | {column: d, pattern: 'dd/MM/yyyy HH', zone: America/Fortaleza}           | 2024-03-06T02:00:00Z INSTANT
                    2024-07-01T01:00+02:00 | {column: d, pattern: "yyyy-MM-dd'T'HH:mmXXX"}                         | 2024-06-30T23:00:00Z INSTANT
                    5 de marzo de 2024  | {column: d, pattern: "d 'de' MMMM 'de' yyyy", language: es}              | 2024-03-05T00:00:00Z DAY
                    03/2024             | {column: d, pattern: MM/yyyy}                                            | 2024-03-01T00:00:00Z MONTH
                    2024                | {column: d, pattern: yyyy}                                               | 2024-01-01T00:00:00Z YEAR
                    31/02/2024          | {column: d, pattern: dd/MM/yyyy}                                         | INVALID_DATE
                    2024-03-05          | {column: d, pattern: dd/MM/yyyy}                                         | INVALID_DATE
                    05/03/2031          | {column: d, pattern: dd/MM/yyyy}                                         | FUTURE_DATE
                    """)
    void readsDatesAsTheFeedWritesThem(String cell, String rule, String expected) throws IOException {
        assertThat(outcome(
                        "fields: {substance: s, occurred_at: " + rule + "}\nkey: [substance]",
                        "s;d\nx;" + cell + "\n",
                        seizure -> seizure.getEnvelope().getOccurredAt() + " "
                                + seizure.getEnvelope().getPrecision()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024, OCT, 'first_month: OCT', 2023-10-01T00:00:00Z",
        "2024, sep, 'first_month: OCT', 2024-09-01T00:00:00Z",
        "2024 (FYTD), December, 'first_month: OCT', 2023-12-01T00:00:00Z",
        "2021-22, Apr, 'first_month: APR', 2021-04-01T00:00:00Z",
        "2021-22, 3, 'first_month: APR', 2022-03-01T00:00:00Z",
        "2021, Jan, 'first_month: APR, named_by: start', 2022-01-01T00:00:00Z",
        "2024, 05, 'language: es', 2024-05-01T00:00:00Z",
        "2024, agosto, 'language: es', 2024-08-01T00:00:00Z",
        "24, OCT, 'first_month: OCT', INVALID_DATE",
        "2024, month, 'first_month: OCT', INVALID_DATE"
    })
    void readsMonthsOfFiscalYears(String year, String month, String calendar, String expected) throws IOException {
        assertThat(outcome(
                        "fields: {substance: s, occurred_at: {year: y, month: m, " + calendar + "}}\nkey: [substance]",
                        "s;y;m\nx;" + year + ";" + month + "\n",
                        seizure -> seizure.getEnvelope().getOccurredAt().toString()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "avión, reject, AIR",
        "AVIÓN, reject, AIR",
        "tren, reject, UNKNOWN_VALUE",
        "tren, empty, UNKNOWN",
        "rail, keep, RAIL"
    })
    void looksWordsUpInATable(String cell, String otherwise, String expected) throws IOException {
        assertThat(outcome(
                        "fields: {substance: s, occurred_at: d, mode: {column: m, values: {avión: AIR}, otherwise: "
                                + otherwise + "}}\nkey: [substance]",
                        "s;d;m\nx;2024-03-05;" + cell + "\n",
                        seizure -> seizure.getMode().name()))
                .isEqualTo(expected);
    }

    @Test
    void speaksOfThePartnersColumns() throws IOException {
        try (Bench bench = new Bench(directory)) {
            bench.load(
                    read(
                            "fields: {substance: Droga, occurred_at: Fecha, quantity: {column: Peso, required: true}}\nkey: [substance]"),
                    "Droga,Fecha,Peso\nx,2024-13-05,1\nx,2024-03-05,heavy\nx,2024-03-05,\n,2024-03-05,1\n");

            assertThat(bench.log.records(bench.topics.rejected))
                    .extracting(RejectedRecord::getDetail)
                    .satisfiesExactlyInAnyOrder(
                            detail -> assertThat(detail).startsWith("Column Fecha holds"),
                            detail -> assertThat(detail).startsWith("Column Peso holds"),
                            detail -> assertThat(detail).startsWith("Column Peso is empty"),
                            detail -> assertThat(detail).startsWith("Column Droga is empty"));
        }
    }

    @Test
    void countsRowsThatAreAlikeOneByOneOnlyIfTheyStandTogether() throws IOException {
        String fields = "fields: {substance: s, occurred_at: d, quantity: q}\nkey: [occurred_at, substance]\n";
        String file = "s,d,q\nx,2024-03-05,1\nx,2024-03-05,1\nx,2024-03-05,2\n";
        try (Bench bench = new Bench(directory)) {
            // when
            LedgerEntry ledger = bench.load(read(fields + "rows: together"), file);

            // then
            assertThat(Bench.counts(ledger)).isEqualTo("3 0 0 0 0");
            Seizure seizure = bench.log.latest(bench.topics.seizures, "xx:2024-03-05:x");
            assertThat(seizure.getIncidents()).isEqualTo(3);
            assertThat(amounts(seizure)).containsExactly("1", "1", "2");
            assertThat(seizure.getEnvelope().getHandling().getTlp()).isEqualTo(TrafficLight.RED);
        }
        try (Bench bench = new Bench(directory.resolve("single"))) {
            Files.createDirectories(directory.resolve("single"));
            assertThat(Bench.counts(bench.load(read(fields), file))).isEqualTo("1 1 1 0 0");
            assertThat(amounts(bench.log.latest(bench.topics.seizures, "xx:2024-03-05:x")))
                    .containsExactly("2");
        }
    }

    @Test
    void takesPartsTogetherAndRetractionsBack() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Feed feed = read(
                    "fields: {substance: s, occurred_at: d, quantity: q, status: {column: state, values: {baja: RETRACTED}}}\n"
                            + "key: [{column: id}]\nrows: parts");

            // when
            LedgerEntry first = bench.load(feed, "id,s,d,q,state\n7,x,2024-03-05,1,\n8,y,2024-03-05,2,\n7,y,,2,\n");
            LedgerEntry second = bench.load(feed, "id,s,d,q,state\n7,,,,Baja\n");

            // then
            assertThat(Bench.counts(first)).isEqualTo("3 0 0 0 0");
            assertThat(Bench.counts(second)).isEqualTo("0 0 0 1 0");
            assertThat(bench.log
                            .latest(bench.topics.seizures, "xx:7")
                            .getEnvelope()
                            .getStatus())
                    .isEqualTo(ClaimStatus.RETRACTED);
        }
    }

    @Test
    void leavesRowsOutAndSaysWhy() throws IOException {
        try (Bench bench = new Bench(directory)) {
            LedgerEntry ledger =
                    bench.load(read("""
                            fields: {substance: s, occurred_at: d}
                            key: [substance]
                            leave_out:
                              - {where: {s: [Total, Sum], kind: final}, reason: a total}
                              - {when: "row['d'] < '2000'", reason: before our time}
                            """), "s,d,kind\nTOTAL,2024-03-05,final\nx,1999-03-05,\nsum,2024-03-05,other\n");

            assertThat(Bench.counts(ledger)).isEqualTo("1 0 0 0 2");
            assertThat(bench.log.records(bench.topics.rejected))
                    .allMatch(rejected -> rejected.getReason() == RejectionReason.LEFT_OUT)
                    .extracting(RejectedRecord::getDetail)
                    .satisfiesExactlyInAnyOrder(
                            detail -> assertThat(detail).contains("a total"),
                            detail -> assertThat(detail).contains("before our time"));
        }
    }

    @Test
    void listsTheColumnsOfAWideTable() throws IOException {
        try (Bench bench = new Bench(directory)) {
            LedgerEntry ledger =
                    bench.load(read("""
                            fields: {occurred_at: d}
                            key: [occurred_at]
                            unknown: ["-"]
                            wide:
                              columns:
                                Crystal: {substance: metanfetamina, form: crystal, unit: g}
                                Pills seized: {substance: fentanyl, unit: tablets}
                            """), "d,Crystal,Pills seized,note\n2024-03-05,5,1000,n\n2024-03-06,-,,n\n");

            assertThat(Bench.counts(ledger)).isEqualTo("1 0 0 0 1");
            Seizure seizure = bench.log.latest(bench.topics.seizures, "xx:2024-03-05");
            assertThat(seizure.getItems())
                    .extracting(item -> item.getSubstance() + " " + item.getForm() + " "
                            + item.getQuantity().getUnit())
                    .containsExactlyInAnyOrder("methamphetamine crystal GRAM", "fentanyl null TABLET");
            assertThat(seizure.getAttributes()).containsOnlyKeys("note");
        }
    }

    @Test
    void saysThatAPackedFileIsCutOff() throws IOException {
        try (Bench bench = new Bench(directory)) {
            byte[] packed = Zstd.compress(("s,d\n" + "x,2024-03-05\n".repeat(1_000)).getBytes(StandardCharsets.UTF_8));
            Path cut = Files.write(directory.resolve("cut.csv.zst"), Arrays.copyOf(packed, packed.length - 4));

            assertThatThrownBy(() -> bench.load(read("fields: {substance: s, occurred_at: d}\nkey: [substance]"), cut))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cut.csv.zst");
        }
    }

    private static List<String> amounts(Seizure seizure) {
        return seizure.getItems().stream()
                .map(item -> item.getQuantity().getAmount())
                .sorted()
                .toList();
    }

    /** What a row became: something of the seizure, or the reason why it was refused. */
    private String outcome(String definition, String file, Function<Seizure, String> of) throws IOException {
        try (Bench bench = new Bench(directory)) {
            bench.load(read(definition), file);
            List<Seizure> seizures = bench.log.records(bench.topics.seizures);
            return seizures.isEmpty()
                    ? bench.log
                            .records(bench.topics.rejected)
                            .getFirst()
                            .getReason()
                            .name()
                    : of.apply(seizures.getFirst());
        }
    }

    private static Feed read(String definition) {
        return Definitions.read("test.yaml", HEAD + definition, DrugNames.shipped());
    }
}
