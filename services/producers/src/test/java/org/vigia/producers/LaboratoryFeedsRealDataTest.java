package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.LabDismantlement;
import org.vigia.events.LabKind;
import org.vigia.events.LedgerEntry;
import org.vigia.schemas.fixtures.RealData;

/** Laboratories of partners that are described by a definition. */
class LaboratoryFeedsRealDataTest {

    @TempDir
    Path directory;

    @Test
    void indianaSumsUpByYearAndCounty() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given: dates as month/day/year, counties with a number, two of them misspelt
            Path file = RealData.file("clanlabs/indiana_isp_meth_labs_2007-2014.csv.gz");
            List<NamedCsvRecord> rows = RawCsv.read(file);
            Map<String, Long> expected = count(
                    rows,
                    row -> row.getField("Date").substring(6, 10) + " "
                            + row.getField("County")
                                    .replaceAll(" \\(.*", ", Indiana")
                                    .replace("Monnroe", "Monroe")
                                    .replace("Fullton", "Fulton"));

            // when
            LedgerEntry ledger = bench.load("indiana-labs", file);

            // then
            assertThat(rows).hasSize(9_381);
            assertThat(Bench.counts(ledger)).isEqualTo("9381 0 0 0 0");
            List<LabDismantlement> laboratories = bench.log.records(bench.topics.labDismantlements);
            assertThat(byYearAndArea(laboratories)).isEqualTo(expected);
            assertThat(laboratories)
                    .allMatch(laboratory -> laboratory.getKind() == LabKind.METHAMPHETAMINE)
                    .filteredOn(laboratory -> laboratory.getLaboratories() > 1)
                    .allMatch(laboratory ->
                            "NON-ISP".equals(laboratory.getAttributes().get("number")))
                    .isNotEmpty();
            assertThat(Bench.counts(bench.load("indiana-labs", file))).isEqualTo("0 9381 0 0 0");
        }
    }

    @Test
    void illinoisSumsUpByYearAndCounty() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = RealData.file("clanlabs/illinois_residential_meth_labs_2001-2021.csv");
            List<NamedCsvRecord> rows = RawCsv.read(file);
            Map<String, Long> expected = count(
                    rows,
                    row -> row.getField("incident_date").substring(0, 4) + " " + row.getField("incident_county")
                            + ", Illinois");

            // when
            LedgerEntry ledger = bench.load("illinois-labs", file);

            // then
            assertThat(rows).hasSize(3_206);
            assertThat(Bench.counts(ledger)).isEqualTo("3206 0 0 0 0");
            assertThat(byYearAndArea(bench.log.records(bench.topics.labDismantlements)))
                    .isEqualTo(expected);
            assertThat(bench.log.latest(bench.topics.labDismantlements, "us-il-register:1"))
                    .extracting(
                            laboratory -> laboratory.getEnvelope().getPlace().getText())
                    .isEqualTo("avon");
        }
    }

    private static Map<String, Long> count(List<NamedCsvRecord> rows, Function<NamedCsvRecord, String> cell) {
        return rows.stream().collect(Collectors.groupingBy(cell, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> byYearAndArea(List<LabDismantlement> laboratories) {
        return laboratories.stream()
                .collect(Collectors.groupingBy(
                        laboratory -> laboratory
                                        .getEnvelope()
                                        .getOccurredAt()
                                        .toString()
                                        .substring(0, 4) + " "
                                + laboratory.getEnvelope().getPlace().getArea(),
                        TreeMap::new,
                        Collectors.summingLong(LabDismantlement::getLaboratories)));
    }
}
