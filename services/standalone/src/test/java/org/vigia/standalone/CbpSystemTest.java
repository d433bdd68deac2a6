package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigia.standalone.Pipeline.csv;
import static org.vigia.standalone.Pipeline.feed;
import static org.vigia.standalone.Pipeline.json;
import static org.vigia.standalone.Pipeline.jsonLines;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.schemas.fixtures.RealData;

/** The real CBP releases, from file to trends. */
class CbpSystemTest {

    /** Exact, by the international yard and pound agreement of 1959. */
    private static final BigDecimal KILOGRAMS_PER_POUND = new BigDecimal("0.45359237");

    @TempDir
    Path directory;

    @Test
    void overlappingReleasesAreCountedOnceAndGiveThePublishedTotals() throws IOException {
        Pipeline pipeline = new Pipeline(directory);

        Path out = pipeline.run(nationwide("fy19-fy22"), nationwide("fy20-fy23"), nationwide("fy23-fy26-dec"));

        assertAccount(json(out, "ledger.json").get(0), 27_911, 17_987, 9_924);
        List<NamedCsvRecord> trends = csv(out, "trends.csv");
        assertPounds(trends, "fentanyl", 2019, 2_803.60);
        assertPounds(trends, "fentanyl", 2021, 11_201.32);
        assertPounds(trends, "fentanyl", 2023, 27_022.85);
        assertPounds(trends, "fentanyl", 2024, 21_889.21);
        assertPounds(trends, "fentanyl", 2025, 12_027.28);
        assertPounds(trends, "cocaine", 2024, 68_215.07);
        assertPounds(trends, "methamphetamine", 2025, 170_118.66);
        assertThat(fiscalYear(trends, "fentanyl", 2023)
                        .mapToLong(r -> Long.parseLong(r.getField("events")))
                        .sum())
                .isEqualTo(1_351);
        assertThat(jsonLines(out, "restatements.jsonl")).isEmpty();
        assertThat(jsonLines(out, "rejected.jsonl")).isEmpty();
    }

    @Test
    void theOrderOfReleasesAndASecondLoadChangeNothing() throws IOException {
        Pipeline forwards = new Pipeline(directory.resolve("a"));
        Pipeline backwards = new Pipeline(directory.resolve("b"));
        Path first = forwards.run(nationwide("fy19-fy22"), nationwide("fy20-fy23"), nationwide("fy23-fy26-dec"));

        Path reversed = backwards.run(nationwide("fy23-fy26-dec"), nationwide("fy20-fy23"), nationwide("fy19-fy22"));
        Path again = forwards.run(nationwide("fy20-fy23"), nationwide("fy19-fy22"), nationwide("fy23-fy26-dec"));

        assertAccount(json(reversed, "ledger.json").get(0), 27_911, 17_987, 9_924);
        assertThat(reversed.resolve("trends.csv")).hasSameTextualContentAs(first.resolve("trends.csv"));
        assertAccount(json(again, "ledger.json").get(0), 27_911, 0, 27_911);
        assertThat(again.resolve("trends.csv")).hasSameTextualContentAs(first.resolve("trends.csv"));
        assertThat(again.resolve("restatements.jsonl")).hasSameTextualContentAs(first.resolve("restatements.jsonl"));
    }

    /** Every fentanyl quantity of two months is published anew, twice as large; the rest of the release is as it was. */
    @Test
    void aReleaseThatRestatesEarlierMonthsNamesThemAndChangesNothingElse() throws IOException {
        // given
        Pipeline pipeline = new Pipeline(directory);
        Path before = pipeline.run(nationwide("fy23-fy26-dec"));
        List<String> lines = Files.readAllLines(RealData.file("cbp/nationwide-drugs-fy23-fy26-dec.csv"));
        List<String> restated = new ArrayList<>();
        int changed = 0;
        for (String line : lines) {
            int last = line.lastIndexOf(',') + 1;
            boolean month = line.matches("2024,(FEB|MAR),.*") && line.contains(",Fentanyl,");
            changed += month ? 1 : 0;
            restated.add(
                    month
                            ? line.substring(0, last)
                                    + new BigDecimal(line.substring(last))
                                            .multiply(BigDecimal.TWO)
                                            .toPlainString()
                            : line);
        }

        // when
        Path after = pipeline.run(feed("cbp-nationwide", Files.write(directory.resolve("restated.csv"), restated)));

        // then
        JsonNode account = json(after, "ledger.json").get(0);
        assertThat(changed).isPositive();
        assertThat(account.get("revised").asInt()).isEqualTo(changed);
        assertThat(account.get("unchanged").asInt()).isEqualTo(lines.size() - 1 - changed);
        List<JsonNode> restatements = jsonLines(after, "restatements.jsonl");
        assertThat(restatements).extracting(r -> r.get("drug").asText()).containsOnly("fentanyl");
        assertThat(restatements.stream()
                        .filter(r -> r.get("granularity").asText().equals("MONTH"))
                        .map(r -> r.get("window_start").asText()))
                .containsOnly("2024-02-01", "2024-03-01");
        assertThat(restatements.stream()
                        .filter(r -> !r.get("granularity").asText().equals("MONTH"))
                        .map(r -> r.get("granularity").asText() + " "
                                + r.get("window_start").asText()))
                .containsOnly("YEAR 2024-01-01");
        assertThat(windows(before, after))
                .isEqualTo(restatements.stream()
                        .map(r -> r.get("granularity").asText() + " "
                                + r.get("window_start").asText() + " "
                                + r.get("area").asText() + " " + r.get("agency").asText())
                        .collect(Collectors.toSet()));
    }

    @Test
    void halfOfAReleaseAndThenAllOfItIsTheSameAsAll() throws IOException {
        Path release = RealData.file("cbp/nationwide-drugs-fy20-fy23.csv");
        List<String> lines = Files.readAllLines(release);
        Path half =
                Files.write(Files.createDirectories(directory).resolve("half.csv"), lines.subList(0, lines.size() / 2));
        Path all = new Pipeline(directory.resolve("a")).run(nationwide("fy20-fy23"));

        Pipeline pipeline = new Pipeline(directory.resolve("b"));
        pipeline.run(feed("cbp-nationwide", half));
        Path halfAndAll = pipeline.run(nationwide("fy20-fy23"));

        assertThat(halfAndAll.resolve("trends.csv")).hasSameBinaryContentAs(all.resolve("trends.csv"));
    }

    /** The windows whose quantity differs, apart from that of the year before, which the next year's window repeats. */
    private static Set<String> windows(Path before, Path after) throws IOException {
        Map<String, String> quantities = csv(before, "trends.csv").stream()
                .collect(Collectors.toMap(CbpSystemTest::cell, r -> r.getField("quantity_kg")));
        List<NamedCsvRecord> now = csv(after, "trends.csv");
        assertThat(now).hasSize(quantities.size());
        return now.stream()
                .filter(r -> !r.getField("quantity_kg").equals(quantities.get(cell(r))))
                .peek(r -> assertThat(r.getField("drug")).isEqualTo("fentanyl"))
                .map(r -> r.getField("granularity") + " " + r.getField("window_start") + " " + r.getField("area") + " "
                        + r.getField("agency"))
                .collect(Collectors.toSet());
    }

    private static String cell(NamedCsvRecord row) {
        return String.join("|", row.getFields().subList(0, 7));
    }

    private static String nationwide(String years) {
        return feed("cbp-nationwide", RealData.file("cbp/nationwide-drugs-" + years + ".csv"));
    }

    private static void assertAccount(JsonNode account, long read, long accepted, long unchanged) {
        assertThat(account.get("feed").asText()).isEqualTo("cbp-nationwide");
        assertThat(account.get("read").asLong()).isEqualTo(read);
        assertThat(account.get("accepted").asLong()).isEqualTo(accepted);
        assertThat(account.get("unchanged").asLong()).isEqualTo(unchanged);
        assertThat(account.get("revised").asLong()).isZero();
        assertThat(account.get("retracted").asLong()).isZero();
        assertThat(account.get("rejected").asLong()).isZero();
    }

    private static void assertPounds(List<NamedCsvRecord> trends, String drug, int year, double pounds) {
        BigDecimal kilograms = fiscalYear(trends, drug, year)
                .map(r -> new BigDecimal(r.getField("quantity_kg")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(kilograms.divide(KILOGRAMS_PER_POUND, MathContext.DECIMAL64).doubleValue())
                .as("%s in fiscal year %d, pounds", drug, year)
                .isCloseTo(pounds, within(0.005));
    }

    private static Stream<NamedCsvRecord> fiscalYear(List<NamedCsvRecord> trends, String drug, int year) {
        LocalDate start = LocalDate.of(year - 1, 10, 1);
        return trends.stream()
                .filter(r -> r.getField("granularity").equals("MONTH"))
                .filter(r -> r.getField("drug").equals(drug))
                .filter(r -> !LocalDate.parse(r.getField("window_start")).isBefore(start)
                        && LocalDate.parse(r.getField("window_start")).isBefore(start.plusYears(1)));
    }
}
