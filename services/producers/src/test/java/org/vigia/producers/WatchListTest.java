package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.LedgerEntry;
import org.vigia.events.ListingPeriod;
import org.vigia.events.RejectionReason;
import org.vigia.events.TimePrecision;
import org.vigia.events.WatchListEntry;
import org.vigia.schemas.fixtures.RealData;

class WatchListTest {

    private static final String HEADER =
            "authority,list,name,cas,synonyms,threshold,threshold_unit,listed_from,listed_until,source\n";

    @TempDir
    Path directory;

    @Test
    void putsThePeriodsOfOneEntryTogether() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load(
                    "vigia-watch-list",
                    HEADER + "UN,Table II,Propanone,67-64-1,acetone,2,kg,2010,,gazette 2\n"
                            + "UN,Table II,Acetone,67-64-1,,5,kg,1988-12,2001-01-01,gazette 1\n");

            assertThat(Bench.counts(ledger)).isEqualTo("2 0 0 0 0");
            WatchListEntry entry = bench.log.latest(bench.topics.watchList, "un/table ii/67-64-1");
            assertThat(entry.getName()).isEqualTo("Acetone");
            assertThat(entry.getSynonyms()).containsExactly("Propanone", "acetone");
            assertThat(entry.getPeriods())
                    .extracting(ListingPeriod::getListedFrom)
                    .containsExactly(LocalDate.of(1988, 12, 1), LocalDate.of(2010, 1, 1));
            assertThat(entry.getPeriods())
                    .extracting(ListingPeriod::getPrecision)
                    .containsExactly(TimePrecision.MONTH, TimePrecision.YEAR);
            assertThat(entry.getPeriods())
                    .extracting(period -> period.getThreshold().getMicrograms())
                    .containsExactly(5_000_000_000L, 2_000_000_000L);
        }
    }

    @Test
    void refusesRowsThatContradictEachOtherAndNumbersThatCannotBe() {
        try (Bench bench = new Bench(directory)) {
            bench.load(
                    "vigia-watch-list",
                    HEADER + "UN,T,Acetone,67-64-1,,5,kg,2010,,\nUN,T,Acetone,67-64-1,,6,kg,2010,,\n"
                            + "UN,T,Ether,,,,,2012,2011,\n");

            assertThat(bench.log.rejected())
                    .extracting(rejected -> rejected.getReason())
                    .containsExactlyInAnyOrder(RejectionReason.CONFLICTING_ROWS, RejectionReason.INVALID_DATE);
        }
    }

    @Test
    void losesNoRowToADoubtfulCasNumber() {
        try (Bench bench = new Bench(directory)) {
            // when
            LedgerEntry ledger = bench.load("vigia-watch-list", """
                    authority,list,name,cas,synonyms,confidence
                    UN,T,Norfentanyl,1609-66-5,despropionyl fentanyl,gazette seen
                    UN,T,Tartrates,87-69-4 | 147-71-7; 526-83-0,,
                    UN,T,Ether,\u00a060-29-7\u202f,,
                    """);

            // then
            assertThat(Bench.counts(ledger)).isEqualTo("3 0 0 0 0");
            assertThat(bench.log.latest(bench.topics.watchList))
                    .containsOnlyKeys(
                            "un/t/norfentanyl", "un/t/87-69-4", "un/t/147-71-7", "un/t/526-83-0", "un/t/60-29-7");
            WatchListEntry byName = bench.log.latest(bench.topics.watchList, "un/t/norfentanyl");
            assertThat(byName.getCas()).isNull();
            assertThat(byName.getSynonyms()).containsExactly("despropionyl fentanyl");
            assertThat(byName.getConfidence())
                    .startsWith("gazette seen. The CAS number 1609-66-5 of the source fails its check digit")
                    .contains("goes by its names");
            WatchListEntry one = bench.log.latest(bench.topics.watchList, "un/t/147-71-7");
            assertThat(one.getCas()).isEqualTo("147-71-7");
            assertThat(one.getName()).isEqualTo("Tartrates");
            assertThat(one.getConfidence()).contains("several CAS numbers for one name");
            assertThat(bench.log.latest(bench.topics.watchList, "un/t/60-29-7").getConfidence())
                    .isNull();
        }
    }

    @Test
    void countsARowOfSeveralCasNumbersOnce() {
        try (Bench bench = new Bench(directory)) {
            // given
            bench.load("vigia-watch-list", "authority,list,name,cas\nUN,T,Tartaric acid,87-69-4\n");

            // when
            LedgerEntry ledger = bench.load("vigia-watch-list", """
                    authority,list,name,cas,listed_from,listed_until
                    UN,T,Tartrates,87-69-4 | 147-71-7,2010,
                    UN,T,Others,64-19-7 | 67-64-1,2012,2011
                    """);

            // then
            assertThat(ledger.getRead()).isEqualTo(2);
            assertThat(Bench.counts(ledger)).isEqualTo("0 0 1 0 1");
            assertThat(bench.log.rejected()).hasSize(1);
        }
    }

    @Test
    void readsTheCompiledControlListsAsTheyAre() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // when
            LedgerEntry ledger = bench.load("vigia-watch-list", RealData.file("chem/control_lists_compiled.tsv"));

            // then
            assertThat(ledger.getRead()).isEqualTo(340);
            assertThat(Bench.counts(ledger)).isEqualTo("340 0 0 0 0");
            Map<String, WatchListEntry> entries = bench.log.latest(bench.topics.watchList);
            WatchListEntry acetylanthranilic = bench.log.latest(
                    bench.topics.watchList, "mexico/lfcpq art. 4 fr. i (precursores químicos)/89-52-1");
            assertThat(acetylanthranilic.getSynonyms()).containsExactly("Ácido N-acetilantranílico");
            assertThat(acetylanthranilic.getConfidence()).isEqualTo("from general knowledge");
            assertThat(entries.values())
                    .flatExtracting(WatchListEntry::getPeriods)
                    .filteredOn(period -> String.valueOf(period.getReference()).contains("halides 2023-11-30"))
                    .extracting(ListingPeriod::getListedFrom)
                    .containsExactly(LocalDate.of(2020, 5, 15));
            assertThat(entries.values())
                    .flatExtracting(WatchListEntry::getPeriods)
                    .filteredOn(period -> String.valueOf(period.getReference()).contains("effective date not seen"))
                    .extracting(ListingPeriod::getListedFrom)
                    .containsExactly((LocalDate) null);
        }
    }
}
