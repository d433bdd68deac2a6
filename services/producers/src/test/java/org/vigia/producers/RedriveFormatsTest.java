package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.RejectedRecord;
import org.vigia.events.Seizure;
import org.vigia.producers.definition.Definitions;
import org.vigia.producers.drug.DrugNames;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.redrive.Redrive;
import org.vigia.producers.redrive.RedriveReport;
import org.vigia.producers.redrive.Selection;

/** Refused rows of every form of file, sent again after the definition of their feed has learnt a word. */
class RedriveFormatsTest {

    private static final String HEAD = """
            feed: xx-seizures
            partner: xx
            description: seizures
            event: seizure
            constants: {country: MX, unit: kg}
            fields:
              occurred_at: d
              substance: s
              quantity: q
              mode: {column: m, values: {avion: AIR%s}}
            """;
    private static final String SINGLE = HEAD + "key: [{column: id}]\nrows: single\n";
    private static final String PARTS = HEAD + "key: [{column: id}]\nrows: parts\n";
    private static final String MORE = ", tren: RAIL";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void rowsOfAJsonDocument() throws IOException {
        Path file = write("a.json", """
                {"result": {"rows": [
                  {"id": "A", "d": "2024-03-05", "s": "lsd", "q": 1, "m": "avion"},
                  {"id": "B",
                   "d": "2024-03-06", "s": "lsd", "q": 2, "m": "tren"}]}}
                """);

        assertOneLands(SINGLE + "format: json\nrecords: result.rows\n", file, 3);
    }

    @Test
    void rowsOfASocrataExport() throws IOException {
        Path file = write("a.json", """
                {"meta": {"view": {"id": "x", "columns": [{"name": "id"}, {"name": "d"}, {"name": "s"},
                  {"name": "q"}, {"name": "Mode shown", "fieldName": "m"}]}},
                 "data": [["A", "2024-03-05", "lsd", 1, "avion"],
                          ["B", "2024-03-06", "lsd", 2, "tren"]]}
                """);

        assertOneLands(SINGLE + "format: socrata\n", file, 4);
    }

    @Test
    void rowsOfAnXmlDocument() throws IOException {
        Path file = write("a.xml", """
                <list><seizure><id>A</id><d>2024-03-05</d><s>lsd</s><q>1</q><m>avion</m></seizure>
                <seizure><id>B</id><d>2024-03-06</d><s>lsd &amp; more</s><q>2</q><m>tren</m></seizure></list>
                """);

        assertOneLands(SINGLE + "format: xml\nrecords: [seizure]\n", file, 2);
    }

    @Test
    void rowsOfAJsonListThatIsRecognisedByItsBeginning() throws IOException {
        Path file = write("a.json", """
                [{"id": "A", "d": "2024-03-05", "s": "lsd", "q": 1, "m": "avion"},
                {"id": "B", "d": "2024-03-06", "s": "lsd", "q": 2, "m": "tren"}]
                """);

        assertOneLands(SINGLE, file, 2);
    }

    @Test
    void rowsOfAFileWithoutAHeaderThatHasOneAllTheSame() throws IOException {
        Path file = write("a.csv", "m,q,s,d,id\navion,1,lsd,2024-03-05,A\ntren,2,lsd,2024-03-06,B\n");

        assertOneLands(SINGLE + "format: csv\nheader: [id, d, s, q, m]\n", file, 3);
    }

    @Test
    void rowsOfOneFileOfADirectory() throws IOException {
        Path list = Files.createDirectories(directory.resolve("list"));
        Files.writeString(list.resolve("one.csv"), "A,2024-03-05,lsd,1\n");
        Files.writeString(list.resolve("two.csv"), "m;q;s;d;id\ntren;2;lsd;2024-03-06;B\n");
        String form = "format: csv\nfiles: {one.csv: [id, d, s, q], two.csv: []}\n";
        String definition = SINGLE + form;

        assertOneLands(definition, list, 3);
    }

    @Test
    void aRowOfAnEventWhoseOtherRowsLandedWherePartsStandInSeveralFiles() throws IOException {
        Path list = Files.createDirectories(directory.resolve("list"));
        Files.writeString(list.resolve("one.csv"), "A,2024-03-05,lsd,1\nB,2024-03-05,lsd,1\n");
        Files.writeString(list.resolve("two.csv"), "A,2024-03-05,heroin,2,tren\n");
        String definition = PARTS + "format: csv\nfiles: {one.csv: [id, d, s, q], two.csv: [id, d, s, q, m]}\n";
        bench.load(feed(definition, ""), list);
        assertThat(substances("xx:a")).containsExactly("lsd");

        RedriveReport report = redrive(feed(definition, MORE), true);

        assertThat(counts(report)).isEqualTo("1 with 1 others: 0 0 2 0 0");
        assertThat(substances("xx:a")).containsExactlyInAnyOrder("lsd", "heroin");
        assertThat(open(feed(definition, MORE))).isEmpty();
    }

    @Test
    void nothingIsTakenBackIfTheNewDefinitionRefusesARowThatHadLanded() throws IOException {
        Path file = write("a.csv", "id,d,s,q,m\nA,2024-03-05,lsd,1,avion\nA,2024-03-05,heroin,2,tren\n");
        bench.load(feed(PARTS, ""), file);

        RedriveReport report = redrive(feed(PARTS.replace("avion", "aereo"), MORE), true);

        assertThat(counts(report)).isEqualTo("1 with 1 others: 0 1 0 0 1");
        assertThat(substances("xx:a")).containsExactly("lsd");
        assertThat(open(feed(PARTS, MORE)))
                .singleElement()
                .satisfies(row -> assertThat(row.getDetail()).contains("known by other rows"));
    }

    /** Of a file with two rows, of which the second goes by train. */
    private void assertOneLands(String definition, Path file, long line) throws IOException {
        assertThat(Bench.counts(bench.load(feed(definition, ""), file))).isEqualTo("1 0 0 0 1");
        assertThat(counts(redrive(feed(definition, ""), false))).isEqualTo("1 with 0 others: 0 0 0 0 1");
        assertThat(counts(redrive(feed(definition, ""), true))).isEqualTo("1 with 0 others: 0 0 0 0 1");

        Feed mended = feed(definition, MORE);
        assertThat(counts(redrive(mended, false))).isEqualTo("1 with 0 others: 1 0 0 0 0");
        assertThat(bench.log.latest(bench.topics.seizures)).hasSize(1);
        assertThat(counts(redrive(mended, true))).isEqualTo("1 with 0 others: 1 0 0 0 0");

        Seizure landed = bench.log.latest(bench.topics.seizures, "xx:b");
        assertThat(landed.getMode()).hasToString("RAIL");
        assertThat(landed.getEnvelope().getSource().getLine()).isEqualTo(line);
        assertThat(landed.getEnvelope().getSource().getChecksum())
                .isEqualTo(bench.log.ledger().getFirst().getSource().getChecksum());
        assertThat(open(mended)).isEmpty();
        assertThat(redrive(mended, true).selected()).isZero();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static Feed feed(String definition, String more) {
        return Definitions.read("test.yaml", definition.formatted(more), DrugNames.shipped());
    }

    private RedriveReport redrive(Feed feed, boolean send) throws IOException {
        return new Redrive(bench.loader()).run(feed, Selection.of(null), send);
    }

    private List<RejectedRecord> open(Feed feed) throws IOException {
        List<RejectedRecord> open = new ArrayList<>();
        bench.loader().openRejections(feed, open::add);
        return open;
    }

    private List<String> substances(String event) {
        return bench.log.latest(bench.topics.seizures, event).getItems().stream()
                .map(item -> item.getSubstance())
                .toList();
    }

    /** Rows selected, others; then accepted, unchanged, revised, retracted, rejected. */
    private static String counts(RedriveReport report) {
        return report.selected() + " with " + report.others() + " others: " + report.accepted() + " "
                + report.unchanged() + " " + report.revised() + " " + report.retracted() + " " + report.rejected();
    }
}
