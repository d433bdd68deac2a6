package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigia.events.LedgerEntry;
import org.vigia.events.Location;
import org.vigia.events.RejectedRecord;
import org.vigia.events.RejectionReason;
import org.vigia.events.TradeBaseline;
import org.vigia.schemas.fixtures.RealData;

/** Places and trade figures, held against what another reader finds in the same files. */
class ReferenceFeedsRealDataTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"china, 18861", "india, 21226", "mexico, 16861"})
    void tradeSumsUpByYearAndFlow(String country, int rows) throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = RealData.file("comtrade/un-hs29-" + country + "-commodity-coded.csv.gz");
            Map<String, BigDecimal> dollars = new TreeMap<>();
            Map<String, BigDecimal> kilograms = new TreeMap<>();
            for (NamedCsvRecord row : RawCsv.read(file)) {
                if (row.getFieldCount() > 1) {
                    String cell = row.getField("Year") + " "
                            + row.getField("Flow").toUpperCase(Locale.ROOT).replace('-', '_');
                    add(dollars, cell, row.getField("Trade (USD)"));
                    boolean weighed = row.getField("Weight (kg)").isEmpty()
                            && row.getField("Quantity Name").equals("Weight in kilograms");
                    add(kilograms, cell, row.getField(weighed ? "Quantity" : "Weight (kg)"));
                }
            }

            // when
            LedgerEntry ledger = bench.load("comtrade-hs29", file);

            // then
            assertThat(Bench.counts(ledger)).isEqualTo(rows + " 0 0 0 0");
            Map<String, BigDecimal> loadedDollars = new TreeMap<>();
            Map<String, BigDecimal> loadedKilograms = new TreeMap<>();
            for (TradeBaseline baseline : bench.log.records(bench.topics.tradeBaselines)) {
                String cell = baseline.getYear() + " " + baseline.getFlow();
                add(loadedDollars, cell, baseline.getValue() == null ? "" : baseline.getValue());
                add(loadedKilograms, cell, baseline.getKilograms() == null ? "" : baseline.getKilograms());
            }
            assertThat(loadedDollars).isEqualTo(dollars);
            assertThat(loadedKilograms).isEqualTo(kilograms);
        }
    }

    @Test
    void everyPlaceOfTheDirectoryIsThereWithAllItsNames() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given: names with a comma are cut in two by the publisher, so that cells stand in the wrong columns
            Set<String> expected = new TreeSet<>();
            for (String country : List.of("MX.csv", "BE.csv", "PA.csv", "CN.csv")) {
                Path file = RealData.file("ref/unlocode/geoapify/" + country);
                List<NamedCsvRecord> rows = RawCsv.read(file);
                List<NamedCsvRecord> whole = rows.stream()
                        .filter(row -> row.getField("function").matches("[0-8B-]{8}"))
                        .toList();
                whole.forEach(row -> expected.add(row.getField("country") + row.getField("location") + " "
                        + row.getField("name").strip()));

                // when
                LedgerEntry ledger = bench.load("un-locode", file);

                // then
                assertThat(Bench.counts(ledger)).isEqualTo(whole.size() + " 0 0 0 " + (rows.size() - whole.size()));
            }
            Set<String> loaded = new TreeSet<>();
            for (Location place : bench.log.records(bench.topics.locations)) {
                loaded.add(place.getLocode() + " " + place.getName());
                place.getOtherNames().forEach(name -> loaded.add(place.getLocode() + " " + name));
            }
            assertThat(loaded).isEqualTo(expected);
            // Two ports of one name, of which only one is in Mexico.
            assertThat(bench.log.latest(bench.topics.locations, "MXZLO").getName())
                    .isEqualTo(bench.log.latest(bench.topics.locations, "PAMIT").getName())
                    .isEqualTo("Manzanillo");
            assertThat(bench.log.latest(bench.topics.locations, "MXZLO").getFunctions())
                    .contains("1");
            assertThat(bench.log.records(bench.topics.rejected))
                    .extracting(RejectedRecord::getReason)
                    .containsOnly(RejectionReason.INVALID_CODE);
        }
    }

    private static void add(Map<String, BigDecimal> sums, String cell, String amount) {
        if (!amount.isEmpty()) {
            sums.merge(cell, new BigDecimal(amount).setScale(6), BigDecimal::add);
        }
    }
}
