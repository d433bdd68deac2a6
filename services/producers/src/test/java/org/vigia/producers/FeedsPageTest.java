package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigia.events.LedgerEntry;
import org.vigia.events.MeasurementUnit;
import org.vigia.events.RejectedRecord;
import org.vigia.events.RejectionReason;
import org.vigia.events.Seizure;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.schemas.fixtures.RealData;

/** Does what docs/feeds.md says, with the very texts of the page. */
class FeedsPageTest {

    private static final String PAGE = page();

    @TempDir
    Path directory;

    @Test
    void theWalkThroughTakesInATableNobodyHasSeenBefore() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Path definitions = Files.createDirectory(directory.resolve("my-feeds"));
            Files.writeString(definitions.resolve("example-states.yaml"), block("yaml"));
            Feed feed = FeedCatalogue.shipped().with(definitions).require("example-states");

            // when
            LedgerEntry ledger = bench.load(feed, block("csv"));

            // then
            assertThat(PAGE)
                    .contains("`%d rows read: %d accepted, %d unchanged, %d revised, %d retracted, %d rejected`"
                            .formatted(
                                    ledger.getRead(),
                                    ledger.getAccepted(),
                                    ledger.getUnchanged(),
                                    ledger.getRevised(),
                                    ledger.getRetracted(),
                                    ledger.getRejected()));
            assertThat(bench.log.records(bench.topics.rejected))
                    .hasSize(2)
                    .allMatch(rejected -> rejected.getReason() == RejectionReason.LEFT_OUT)
                    .extracting(RejectedRecord::getDetail)
                    .allMatch(detail -> detail.contains("total of other rows"));
            List<Seizure> seizures = bench.log.records(bench.topics.seizures);
            assertThat(figures(seizures)).isEqualTo(documented());
        }
    }

    @Test
    void theWideRowsAreEventsOfTheirMonthAndState() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Files.writeString(directory.resolve("example-states.yaml"), block("yaml"));
            Feed feed = FeedCatalogue.shipped().with(directory).require("example-states");

            // when
            bench.load(feed, block("csv"));

            // then
            Map<String, Seizure> seizures = bench.log.latest(bench.topics.seizures);
            assertThat(seizures)
                    .containsOnlyKeys(
                            "example-bureau:2021-04:goa",
                            "example-bureau:2021-04:manipur",
                            "example-bureau:2021-04:punjab",
                            "example-bureau:2022-01:delhi",
                            "example-bureau:2022-01:ladakh");
            Seizure manipur = bench.log.latest(bench.topics.seizures, "example-bureau:2021-04:manipur");
            assertThat(manipur.getIncidents()).isEqualTo(37);
            assertThat(manipur.getAttributes()).isEqualTo(Map.of("Remarks", "border villages"));
            assertThat(manipur.getItems())
                    .extracting(item ->
                            item.getDeclared() + " " + item.getQuantity().getAmount())
                    .containsExactlyInAnyOrder("Heroine 12.75", "Ganja 2345", "Ephedrin 18.5");
            // and a report of nothing says so of every drug
            assertThat(bench.log
                            .latest(bench.topics.seizures, "example-bureau:2022-01:ladakh")
                            .getItems())
                    .hasSize(7)
                    .allMatch(item -> item.getQuantity().getAmount().equals("0"));
        }
    }

    record Row(String feed, String files, long read, long accepted, long unchanged, long revised, long rejected) {}

    static Stream<Row> documentedFeeds() {
        String table = PAGE.substring(PAGE.indexOf("<!-- feeds -->"), PAGE.indexOf("<!-- /feeds -->"));
        return table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(
                        code(cells[1]),
                        code(cells[2]),
                        number(cells[3]),
                        number(cells[4]),
                        number(cells[5]),
                        number(cells[6]),
                        number(cells[7])));
    }

    @ParameterizedTest
    @MethodSource("documentedFeeds")
    void aFirstLoadGivesTheFiguresOfTheTable(Row row) throws IOException {
        try (Bench bench = new Bench(directory)) {
            // when
            List<LedgerEntry> ledgers = new ArrayList<>();
            for (Path file : files(row.files())) {
                ledgers.add(bench.load(row.feed(), file));
            }

            // then
            Row loaded = new Row(
                    row.feed(),
                    row.files(),
                    sum(ledgers, LedgerEntry::getRead),
                    sum(ledgers, LedgerEntry::getAccepted),
                    sum(ledgers, LedgerEntry::getUnchanged),
                    sum(ledgers, LedgerEntry::getRevised),
                    sum(ledgers, LedgerEntry::getRejected));
            assertThat(loaded).isEqualTo(row);
            assertThat(ledgers)
                    .allMatch(ledger -> ledger.getRead()
                            == ledger.getAccepted()
                                    + ledger.getUnchanged()
                                    + ledger.getRevised()
                                    + ledger.getRetracted()
                                    + ledger.getRejected());
        }
    }

    @Test
    void theTableHasEveryFeedThatShips() {
        assertThat(documentedFeeds().map(Row::feed))
                .containsAll(FeedCatalogue.shipped().feeds().stream()
                        .filter(feed -> !feed.partner().equals("vigia"))
                        .map(Feed::name)
                        .toList());
    }

    private static long sum(List<LedgerEntry> ledgers, ToLongFunction<LedgerEntry> count) {
        return ledgers.stream().mapToLong(count).sum();
    }

    private static Iterable<Path> files(String pattern) throws IOException {
        Path at = RealData.file(pattern.substring(0, pattern.lastIndexOf('/')));
        if (pattern.endsWith("/")) {
            return List.of(at);
        }
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(at, pattern.substring(pattern.lastIndexOf('/') + 1))) {
            found.forEach(files::add);
        }
        assertThat(files).as(pattern).isNotEmpty();
        return files;
    }

    /** Kilograms, litres and pieces by substance. */
    private static Map<String, List<BigDecimal>> figures(List<Seizure> seizures) {
        Map<String, BigDecimal[]> sums = new TreeMap<>();
        for (Seizure seizure : seizures) {
            seizure.getItems().forEach(item -> {
                BigDecimal[] of = sums.computeIfAbsent(item.getSubstance(), name ->
                        new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
                MeasurementUnit unit = item.getQuantity().getUnit();
                int column = unit == MeasurementUnit.KILOGRAM ? 0 : unit == MeasurementUnit.LITRE ? 1 : 2;
                of[column] = of[column].add(new BigDecimal(item.getQuantity().getAmount()));
            });
        }
        Map<String, List<BigDecimal>> figures = new TreeMap<>();
        sums.forEach((name, of) -> figures.put(
                name, Stream.of(of).map(BigDecimal::stripTrailingZeros).toList()));
        return figures;
    }

    private static Map<String, List<BigDecimal>> documented() {
        Map<String, List<BigDecimal>> figures = new TreeMap<>();
        PAGE.substring(PAGE.indexOf("| substance | kg |"))
                .lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> figures.put(
                        cells[1].strip(),
                        Stream.of(cells[2], cells[3], cells[4])
                                .map(cell -> cell.replace(",", "").strip())
                                .map(cell -> new BigDecimal(cell.isEmpty() ? "0" : cell).stripTrailingZeros())
                                .toList()));
        return figures;
    }

    private static String code(String cell) {
        return cell.replace("`", "").strip();
    }

    private static long number(String cell) {
        return Long.parseLong(cell.replace(",", "").strip());
    }

    /** The first block of a language behind the heading of the walk-through. */
    private static String block(String language) {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(PAGE.substring(PAGE.indexOf("## Take in a table")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String page() {
        try {
            return Files.readString(
                    Path.of(System.getProperty("vigia.root", ".")).resolve("docs/feeds.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
