package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectedRecord;
import org.vigia.events.RejectionReason;

/** A bad row is refused with a reason that a clerk understands; the good rows around it land. */
class BadRowsTest {

    private static final String HEADER = "seizure_id,occurred_at,status,country,latitude,substance,quantity,unit,"
            + "purity_percent,incidents,asset_kind,asset_value,asset_currency\n";
    private static final String GOOD_1 = "G1,2024-03-05,,MX,24.8,Fentanilo,68.576,kg,12,1,,,\n";
    private static final String GOOD_2 = "G2,2024-03,,MX,,Cocaine,2,lb,,,CASH,100.50,usd\n";

    @TempDir
    Path directory;

    static Stream<Arguments> badRows() {
        return Stream.of(
                bad("B,2024-03-05,,MX,,fentanyl,1,stone,,,,,", RejectionReason.UNKNOWN_UNIT, "unit", "kg, g, mg"),
                bad("B,2023-02-30,,MX,,fentanyl,1,kg,,,,,", RejectionReason.INVALID_DATE, "occurred_at", "2023-02-30"),
                bad("B,2026-01-16,,MX,,fentanyl,1,kg,,,,,", RejectionReason.FUTURE_DATE, "occurred_at", "2026-01-15"),
                bad("B,,,MX,,fentanyl,1,kg,,,,,", RejectionReason.MISSING_VALUE, "occurred_at", "vigia:B"),
                bad(",2024-03-05,,MX,,fentanyl,1,kg,,,,,", RejectionReason.MISSING_VALUE, "seizure_id", "Fill it in"),
                bad("B,2024-03-05,,MX,,,,,,,,,", RejectionReason.MISSING_VALUE, "substance", "asset_kind"),
                bad("B,2024-03-05,,MX,,fentanyl,1,,,,,,", RejectionReason.MISSING_VALUE, "unit", "kg"),
                bad("B,2024-03-05,,MX,,fentanyl,-1,kg,,,,,", RejectionReason.NEGATIVE_QUANTITY, "quantity", "-1"),
                bad("B,2024-03-05,,MX,,fentanyl,1,kg,,-2,,,", RejectionReason.NEGATIVE_QUANTITY, "incidents", "-2"),
                bad(
                        "B,2024-03-05,,MX,,fentanyl,\"68,576\",kg,,,,,",
                        RejectionReason.AMBIGUOUS_NUMBER,
                        "68576 if",
                        "68.576 if"),
                bad("B,2024-03-05,,MX,,fentanyl,many,kg,,,,,", RejectionReason.INVALID_NUMBER, "quantity", "many"),
                bad(
                        "B,2024-03-05,,MX,,fentanyl,1e9,kg,,,,,",
                        RejectionReason.OUT_OF_RANGE,
                        "1000000000",
                        "100,000 tonnes"),
                bad("B,2024-03-05,,MX,,fentanyl,1,kg,101,,,,", RejectionReason.OUT_OF_RANGE, "purity_percent", "100"),
                bad("B,2024-03-05,,MX,91,fentanyl,1,kg,,,,,", RejectionReason.OUT_OF_RANGE, "latitude", "90"),
                bad(
                        "B,2024-03-05,GUESSED,MX,,fentanyl,1,kg,,,,,",
                        RejectionReason.UNKNOWN_VALUE,
                        "status",
                        "RETRACTED"),
                bad("B,2024-03-05,,Mexico,,fentanyl,1,kg,,,,,", RejectionReason.INVALID_CODE, "country", "ISO 3166-1"),
                bad("B,2024-03-05,,MX,,,,,,,CASH,5,PESOS", RejectionReason.INVALID_CODE, "asset_currency", "ISO 4217"),
                bad("B,2024-03-05,,MX,,,,,,,CASH,5,", RejectionReason.MISSING_VALUE, "asset_currency", "MXN"),
                bad("B,2024-03-05,,MX,,,,,,,GOLD,5,MXN", RejectionReason.UNKNOWN_VALUE, "asset_kind", "CRYPTO"),
                bad("B,2024-03-05,,MX", RejectionReason.MALFORMED_ROW, "4 cells", "13"),
                bad("B,2024-03-05,,MX,,fentanyl,1,kg,,,,,,,,", RejectionReason.MALFORMED_ROW, "16 cells", "13"),
                bad(
                        "B,2024-03-05,,MX,,\"fen\"tanyl,1,kg,,,,,",
                        RejectionReason.MALFORMED_ROW,
                        "closing quote",
                        "ouble"),
                bad("B,2024-03-05,,MX,,\"fentanyl,1,kg,,,,,", RejectionReason.UNCLOSED_QUOTE, "quote", "next line"),
                bad("B,2024-03-05,,MX,,fen\0tanyl,1,kg,,,,,", RejectionReason.INVALID_ENCODING, "NUL", "UTF-8"),
                bad(
                        "B,2024-03-05,,MX,," + "x".repeat(10 << 20) + ",1,kg,,,,,",
                        RejectionReason.CELL_TOO_LARGE,
                        "1 MiB",
                        "Shorten"));
    }

    private static Arguments bad(String row, RejectionReason reason, String... words) {
        return Arguments.of(row, reason, List.of(words));
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void refusesTheBadRowAndTakesTheGoodOnes(String row, RejectionReason reason, List<String> words) {
        try (Bench bench = new Bench(directory)) {
            // when
            LedgerEntry ledger = bench.load("vigia-seizures", HEADER + GOOD_1 + row + "\n" + GOOD_2);

            // then
            assertThat(ledger.getRead()).isEqualTo(3);
            assertThat(Bench.counts(ledger)).isEqualTo("2 0 0 0 1");
            assertThat(bench.log.latest(bench.topics.seizures)).containsOnlyKeys("vigia:G1", "vigia:G2");
            RejectedRecord rejected = bench.log.rejected().getFirst();
            assertThat(rejected.getReason()).isEqualTo(reason);
            assertThat(rejected.getDetail()).contains(words);
            assertThat(rejected.getSource().getLine()).isEqualTo(3);
            assertThat(row).startsWith(raw(rejected));
            assertThat(rejected.getRawTruncated()).isEqualTo(row.length() > 64 << 10);
            assertThat(raw(rejected)).hasSize(Math.min(row.length(), 64 << 10));
        }
    }

    @Test
    void refusesOnlyTheRowThatIsNotUtf8AndKeepsItsBytes() {
        try (Bench bench = new Bench(directory)) {
            // given
            byte[] file = (HEADER + GOOD_1 + "B,2024-03-05,,MX,,coca\u00edna,1,kg,,,,,\n" + GOOD_2)
                    .getBytes(StandardCharsets.ISO_8859_1);

            // when
            LedgerEntry ledger = bench.load("vigia-seizures", "latin.csv", file);

            // then
            assertThat(Bench.counts(ledger)).isEqualTo("2 0 0 0 1");
            RejectedRecord rejected = bench.log.rejected().getFirst();
            assertThat(rejected.getReason()).isEqualTo(RejectionReason.INVALID_ENCODING);
            assertThat(rejected.getDetail()).contains("Cell 6", "0xED", "Latin-1");
            assertThat(new String(rejected.getRaw().array(), StandardCharsets.ISO_8859_1))
                    .contains("coca\u00edna");
        }
    }

    @Test
    void refusesEveryRowIfTheHeaderLacksAColumn() {
        try (Bench bench = new Bench(directory)) {
            LedgerEntry ledger = bench.load("vigia-seizures", "seizure_id,country,substance\nA,MX,x\nB,MX,y\n");

            assertThat(Bench.counts(ledger)).isEqualTo("0 0 0 0 2");
            assertThat(bench.log.rejected()).allSatisfy(rejected -> {
                assertThat(rejected.getReason()).isEqualTo(RejectionReason.MISSING_COLUMN);
                assertThat(rejected.getDetail()).contains("no column occurred_at");
            });
        }
    }

    @Test
    void refusesEveryRowIfTheHeaderNamesAColumnTwice() {
        try (Bench bench = new Bench(directory)) {
            LedgerEntry ledger = bench.load(
                    "vigia-seizures", "seizure_id,occurred_at,country,substance,country\nA,2024-03,MX,x,US\n");

            assertThat(Bench.counts(ledger)).isEqualTo("0 0 0 0 1");
            assertThat(bench.log.rejected().getFirst().getDetail()).contains("country more than once");
        }
    }

    @ParameterizedTest
    @MethodSource("emptyFiles")
    void hasALedgerOfZerosForAFileWithoutRows(String content) {
        try (Bench bench = new Bench(directory)) {
            LedgerEntry ledger = bench.load("vigia-seizures", content);

            assertThat(ledger.getRead()).isZero();
            assertThat(bench.log.ledger()).hasSize(1);
        }
    }

    static Stream<String> emptyFiles() {
        return Stream.of("", "\n\n", HEADER, HEADER + "\r\n\r\n", "\uFEFF" + HEADER);
    }

    @Test
    void refusesAFileThatIsNoText() {
        try (Bench bench = new Bench(directory)) {
            // given
            byte[] png = {
                (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', (byte) 0xFF
            };

            // when
            LedgerEntry ledger = bench.load("vigia-seizures", "photo.csv", png);

            // then
            assertThat(ledger.getRead()).isEqualTo(ledger.getRejected()).isPositive();
            assertThat(bench.log.rejected())
                    .allSatisfy(rejected -> assertThat(rejected.getDetail()).contains("The file is an image"));
        }
    }

    @Test
    void refusesAFirstLineThatIsNoHeaderInsteadOfSwallowingIt() {
        try (Bench bench = new Bench(directory)) {
            LedgerEntry ledger = bench.load("vigia-seizures", GOOD_1 + GOOD_2);

            assertThat(Bench.counts(ledger)).isEqualTo("0 0 0 0 2");
            assertThat(bench.log.rejected().stream()
                            .map(RejectedRecord::getReason)
                            .collect(Collectors.toSet()))
                    .containsExactly(RejectionReason.MISSING_COLUMN);
        }
    }

    @Test
    void namesRejectionsTheSameWayEachTime() {
        try (Bench bench = new Bench(directory)) {
            bench.load("vigia-seizures", "a.csv", (HEADER + "B\n").getBytes(StandardCharsets.UTF_8));
            bench.load("vigia-seizures", "a.csv", (HEADER + "B\n").getBytes(StandardCharsets.UTF_8));

            assertThat(bench.log.rejected()).hasSize(2);
            assertThat(bench.log.rejected().stream()
                            .map(RejectedRecord::getRejectionId)
                            .distinct())
                    .singleElement()
                    .asString()
                    .matches("vigia-seizures-[0-9a-f]{16}-2");
        }
    }

    private static String raw(RejectedRecord rejected) {
        return StandardCharsets.UTF_8.decode(rejected.getRaw().duplicate()).toString();
    }
}
