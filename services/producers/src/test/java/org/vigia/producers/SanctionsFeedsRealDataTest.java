package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigia.events.AliasQuality;
import org.vigia.events.LedgerEntry;
import org.vigia.events.PartyAlias;
import org.vigia.events.PartyKind;
import org.vigia.events.SanctionedParty;
import org.vigia.schemas.fixtures.RealData;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Sanctions lists as their authorities publish them, held against what other readers find in the same files. */
class SanctionsFeedsRealDataTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "ofac-sdn, ofac/sdn-2021-07, sdn.csv.gz, alt.csv, add.csv, sdn_comments.csv",
        "ofac-consolidated, ofac/consolidated-non-sdn, cons_prim.csv, cons_alt.csv, cons_add.csv, cons_comments.csv"
    })
    void partiesOfTheTreasuryHaveAllTheirNamesAndAddresses(
            String feed, String path, String primary, String alt, String add, String comments) throws Exception {
        try (Bench bench = new Bench(directory)) {
            // given
            Path list = RealData.file(path);
            List<CsvRecord> parties = read(list.resolve(primary), 12);
            List<CsvRecord> aliases = read(list.resolve(alt), 5);
            List<CsvRecord> addresses = read(list.resolve(add), 6);
            List<CsvRecord> more = read(list.resolve(comments), 2);

            // when
            LedgerEntry ledger = bench.load(feed, list);

            // then
            int rows = parties.size() + aliases.size() + addresses.size() + more.size();
            assertThat(ledger.getRead()).isEqualTo(rows);
            assertThat(Bench.counts(ledger)).isEqualTo(rows + " 0 0 0 0");
            Collection<SanctionedParty> loaded =
                    bench.log.latest(bench.topics.sanctionedParties).values();
            assertThat(names(loaded, party -> Stream.of(party.getName()))).isEqualTo(cells(parties, feed, 1));
            assertThat(names(
                            loaded,
                            party -> party.getAliases().stream()
                                    .filter(alias -> alias.getQuality() == AliasQuality.UNKNOWN)
                                    .map(PartyAlias::getName)))
                    .isEqualTo(cells(aliases, feed, 3));
            assertThat(loaded.stream()
                            .flatMap(party -> party.getAddresses().stream())
                            .filter(address -> address.getCity() != null))
                    .hasSizeGreaterThanOrEqualTo(cities(addresses));
            for (CsvRecord comment : more) {
                assertThat(party(loaded, feed + "/" + comment.getField(0)).getRemarks())
                        .endsWith(comment.getField(1).strip())
                        .hasSizeGreaterThan(1_000);
            }
            assertThat(Bench.counts(bench.load(feed, list))).isEqualTo("0 " + rows + " 0 0 0");
        }
    }

    @Test
    void aPartyOfTheTreasuryIsReadWhole() throws Exception {
        try (Bench bench = new Bench(directory)) {
            bench.load("ofac-sdn", RealData.file("ofac/sdn-2021-07"));

            SanctionedParty bank = bench.log.latest(bench.topics.sanctionedParties, "ofac-sdn/306");
            assertThat(bank.getName()).isEqualTo("BANCO NACIONAL DE CUBA");
            assertThat(bank.getKind()).isEqualTo(PartyKind.ORGANISATION);
            assertThat(bank.getProgrammes()).containsExactly("CUBA");
            assertThat(bank.getAliases())
                    .contains(
                            new PartyAlias("BNC", AliasQuality.WEAK, "aka"),
                            new PartyAlias("NATIONAL BANK OF CUBA", AliasQuality.UNKNOWN, "aka"));
            assertThat(bank.getAddresses())
                    .extracting(address -> address.getText() + "/" + address.getCity() + "/" + address.getCountry())
                    .contains("Zweierstrasse 35/Zurich CH-8022/CH");
        }
    }

    @Test
    void bothListsOfTheTreasuryMayLieInOneDirectoryAndEachPartyKeepsItsList() throws Exception {
        try (Bench bench = new Bench(directory)) {
            // given
            Path both = Files.createDirectories(directory.resolve("both"));
            for (String path : List.of("ofac/sdn-2021-07", "ofac/consolidated-non-sdn")) {
                try (Stream<Path> files = Files.list(RealData.file(path))) {
                    for (Path file : files.toList()) {
                        Files.copy(file, both.resolve(file.getFileName().toString()));
                    }
                }
            }
            int sdn = read(both.resolve("sdn.csv.gz"), 12).size();
            int consolidated = read(both.resolve("cons_prim.csv"), 12).size();

            // when
            LedgerEntry ledger = bench.load("ofac-sdn", both);

            // then
            assertThat(ledger.getRejected()).isZero();
            assertThat(bench.log.latest(bench.topics.sanctionedParties).values().stream()
                            .collect(Collectors.groupingBy(SanctionedParty::getList, Collectors.counting())))
                    .isEqualTo(Map.of("ofac-sdn", (long) sdn, "ofac-consolidated", (long) consolidated));
            Path alone = RealData.file("ofac/consolidated-non-sdn");
            LedgerEntry again = bench.load("ofac-sdn", alone);
            assertThat(again.getUnchanged()).isEqualTo(again.getRead());
        }
    }

    @Test
    void aListWithoutOneOfItsFilesIsNotTaken() {
        try (Bench bench = new Bench(directory)) {
            assertThatThrownBy(() -> bench.load("ofac-sdn", RealData.file("ofac/malformed")))
                    .hasMessageContaining("alt.csv")
                    .hasMessageContaining("not whole without it");
        }
    }

    @Test
    void partiesOfTheSecurityCouncilHaveAllTheirNames() throws Exception {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = RealData.file("un-sanctions/UN_consolidated.xml.gz");
            Document document;
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                document = DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(in);
            }
            Set<String> aliases = new TreeSet<>();
            for (Element alias : elements(document.getElementsByTagName("ALIAS_NAME"))) {
                String number = ((Element) alias.getParentNode().getParentNode())
                        .getElementsByTagName("REFERENCE_NUMBER")
                        .item(0)
                        .getTextContent();
                if (!alias.getTextContent().isBlank()) {
                    aliases.add(number.strip().toLowerCase(Locale.ROOT) + " "
                            + alias.getTextContent().strip());
                }
            }

            // when
            LedgerEntry ledger = bench.load("un-consolidated", file);

            // then
            assertThat(Bench.counts(ledger)).isEqualTo("1003 0 0 0 0");
            Collection<SanctionedParty> loaded =
                    bench.log.latest(bench.topics.sanctionedParties).values();
            assertThat(loaded)
                    .filteredOn(party -> party.getKind() == PartyKind.PERSON)
                    .hasSize(730);
            assertThat(loaded)
                    .filteredOn(party -> party.getKind() == PartyKind.ORGANISATION)
                    .hasSize(273);
            assertThat(loaded).allMatch(party -> party.getListedFrom() != null);
            Set<String> loadedAliases = loaded.stream()
                    .flatMap(party -> party.getAliases().stream()
                            .map(alias ->
                                    party.getPartyId().substring("un-consolidated/".length()) + " " + alias.getName()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(loadedAliases).isEqualTo(aliases);
        }
    }

    @Test
    void deniedPersonsHaveAllTheirAddresses() throws Exception {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = RealData.file("ofac/bis-dpl/dpl.txt");
            List<CsvRecord> rows = read(file, 12, '\t');
            Set<String> orders = rows.stream()
                    .skip(1)
                    .map(row -> row.getField(0).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT) + " "
                            + row.getField(6))
                    .collect(Collectors.toSet());

            // when
            LedgerEntry ledger = bench.load("bis-dpl", file);

            // then: two rows say what another has said
            assertThat(Bench.counts(ledger)).isEqualTo("579 2 0 0 0");
            Collection<SanctionedParty> loaded =
                    bench.log.latest(bench.topics.sanctionedParties).values();
            assertThat(loaded).hasSize(orders.size()).hasSize(461);
            SanctionedParty order = party(loaded, "bis-dpl/aaron abraham villa:2022-08-24");
            assertThat(order.getListedFrom()).isEqualTo(LocalDate.of(2022, 8, 24));
            assertThat(order.getListedUntil()).isEqualTo(LocalDate.of(2026, 1, 14));
            assertThat(order.getAddresses())
                    .extracting(address -> address.getCity() + "/" + address.getCountry())
                    .containsExactly("EL PASO TX/US");
        }
    }

    @ParameterizedTest
    @CsvSource({"ofac/csl/consolidated-sample.csv, 13", "ofac/csl/csl-2019-sample.csv, 115"})
    void theScreeningListIsReadWithEitherHeader(String name, int rows) throws Exception {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = RealData.file(name);
            Set<String> names = RawCsv.read(file).stream()
                    .map(row -> row.getField("name").strip())
                    .collect(Collectors.toSet());

            // when
            LedgerEntry ledger = bench.load("csl", file);

            // then
            assertThat(ledger.getRead()).isEqualTo(rows);
            assertThat(ledger.getRejected()).isZero();
            assertThat(bench.log.latest(bench.topics.sanctionedParties).values().stream()
                            .map(SanctionedParty::getName)
                            .collect(Collectors.toSet()))
                    .isEqualTo(names);
        }
    }

    private static SanctionedParty party(Collection<SanctionedParty> parties, String id) {
        return parties.stream()
                .filter(party -> party.getPartyId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(
            Collection<SanctionedParty> parties, Function<SanctionedParty, Stream<String>> names) {
        return parties.stream()
                .flatMap(party -> names.apply(party).map(name -> party.getPartyId() + " " + name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> cells(List<CsvRecord> rows, String list, int column) {
        return rows.stream()
                .map(row -> list + "/" + row.getField(0) + " "
                        + row.getField(column).strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many different cities with their parties there are. */
    private static int cities(List<CsvRecord> addresses) {
        Set<String> cities = new HashSet<>();
        addresses.stream()
                .filter(row -> !row.getField(3).strip().equals("-0-"))
                .forEach(row -> cities.add(row.getField(0) + " " + row.getField(3)));
        return cities.size();
    }

    private static List<CsvRecord> read(Path file, int columns) throws Exception {
        return read(file, columns, ',');
    }

    /** Without the mark at the end of the file. */
    private static List<CsvRecord> read(Path file, int columns, char separator) throws Exception {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(RawCsv.text(file))) {
            return reader.stream().filter(row -> row.getFieldCount() == columns).toList();
        }
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
