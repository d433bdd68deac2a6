package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectedRecord;
import org.vigia.events.RejectionReason;
import org.vigia.producers.definition.Definitions;
import org.vigia.producers.drug.DrugNames;
import org.vigia.producers.feed.Feed;

/** The same two seizures in every layout that a definition can declare. */
class LayoutsTest {

    private static final String CSV = """
            Número;Fecha;Droga;Cantidad
            A;05/03/2024;Cocaína;1.234,5
            B;06/03/2024;"Heroína; cruda";0,25
            """;

    @TempDir
    Path directory;

    @Test
    void readsDelimitedFiles() throws IOException {
        assertSame("", CSV.getBytes(StandardCharsets.UTF_8));
        assertSame("format: csv", CSV.getBytes(StandardCharsets.UTF_8));
        assertSame("delimiter: ';'", CSV.getBytes(StandardCharsets.UTF_8));
        assertSame("encoding: windows-1252", CSV.getBytes(Charset.forName("windows-1252")));
        assertSame("encoding: iso-8859-1", Packed.gzip(CSV.getBytes(StandardCharsets.ISO_8859_1)));
        assertSame(
                "format: tsv",
                CSV.replace("; ", "@").replace(';', '\t').replace("@", "; ").getBytes(StandardCharsets.UTF_8));
        assertSame("", Zstd.compress(CSV.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsAFileWithoutAHeaderOrWithOneAllTheSame() throws IOException {
        String layout = "delimiter: ';'\nheader: [número, fecha, droga, cantidad]";
        assertSame(layout, (CSV.substring(CSV.indexOf('\n') + 1) + "\u001a").getBytes(StandardCharsets.UTF_8));
        assertSame(layout, CSV.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsJsonLinesAndLists() throws IOException {
        String a = "{\"Número\": \"A\", \"Fecha\":\"05/03/2024\",\n \"Droga\":\"Cocaína\",\"Cantidad\": \"1.234,5\"}";
        String b = "{\"número\":\"B\",\"fecha\":\"06/03/2024\",\"droga\":\"Heroína; cruda\",\"cantidad\":\"0,25\"}";
        assertSame("format: jsonl", (a.replace("\n", "") + "\n" + b).getBytes(StandardCharsets.UTF_8));
        assertSame("format: json", ("\uFEFF[" + a + "\n,\n" + b + "]").getBytes(StandardCharsets.UTF_8));
        assertSame(
                "format: json\nrecords: result.rows",
                ("{\"a\":[{\"rows\":[1]}],\"b\":\"]}\\\"\",\"result\":{\"x\":null,\"rows\":[" + a + "," + b
                                + "],\"y\":{}}}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsNestedObjectsByTheirPath() throws IOException {
        String yaml = definition("format: json")
                .replace("substance: Droga", "substance: item.drug.name")
                .replace("quantity: Cantidad", "quantity: {value: \"1\"}");
        try (Bench bench = new Bench(directory)) {
            LedgerEntry ledger = bench.load(read(yaml), """
                    [{"número":"A","fecha":"05/03/2024","item":{"drug":{"name":"x","other":[{"a":1},{"a":2}]}}}]
                    """);

            assertThat(Bench.counts(ledger)).isEqualTo("1 0 0 0 0");
            assertThat(bench.log.latest(bench.topics.seizures, "xx:a").getAttributes())
                    .containsEntry("item.drug.other", "1 | 2");
        }
    }

    @Test
    void readsExportsOfSocrata() throws IOException {
        assertSame("format: socrata", """
                {"meta": {"view": {"id": "abcd", "columns": [
                    {"id": -1, "name": "sid", "fieldName": ":sid", "flags": ["hidden"]},
                    {"name": "Número", "fieldName": "n_mero"}, {"name": "Fecha", "fieldName": "fecha"},
                    {"name": "Tipo", "fieldName": "droga"}, {"name": "Cantidad", "fieldName": "cantidad"}]}},
                 "data": [["row-1", "A", "05/03/2024", "Cocaína", "1.234,5"],
                          ["row-2", "B", "06/03/2024", "Heroína; cruda", "0,25"]]}
                """.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsXml() throws IOException {
        assertSame("format: xml\nrecords: [row, fila]", """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <all><head><row2/></head><rows>
                <row número="A"><fecha>05/03/2024</fecha><droga>Cocaína</droga><cantidad>1.234,5</cantidad></row>
                <fila número="B"><fecha>06/03/2024</fecha><droga><![CDATA[Heroína; cruda]]></droga><cantidad>0,25</cantidad></fila>
                </rows></all>
                """.replace("número=", "n\u00famero=")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void doesNotOpenWhatAnXmlDocumentRefersTo() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Path secret = Files.writeString(directory.resolve("secret"), "confidential");
            String document = """
                    <!DOCTYPE all [<!ENTITY secret SYSTEM "SECRET"><!ENTITY lol "lol"><!ENTITY lots "&lol;&lol;&lol;">]>
                    <all><row><número>A</número><fecha>05/03/2024</fecha><droga>ENTITY</droga><cantidad>1</cantidad></row></all>
                    """;

            // then
            for (String entity : List.of("&secret;", "&lots;")) {
                assertThatThrownBy(() -> bench.load(
                                read(definition("format: xml\nrecords: [row]")),
                                document.replace("SECRET", secret.toUri().toString())
                                        .replace("ENTITY", entity)))
                        .isInstanceOf(IOException.class);
            }
            assertThat(bench.log.records(bench.topics.seizures)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"Número\":\"A\",\"Fecha\":\"05/03/2024\",\"Droga\":\"x\",\"Cantidad\":\"1\"},{\"Núm",
                "[{\"Número\":\"A\",\"Fecha\":\"05/03/2024\",\"Droga\":\"x\",\"Cantidad\":\"1\"} {}]"
            })
    void keepsWhatCameBeforeAFault(String document) {
        try (Bench bench = new Bench(directory)) {
            assertThatThrownBy(() -> bench.load(read(definition("format: json")), document))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("1 rows of the file have landed");
            assertThat(bench.log.records(bench.topics.seizures)).hasSize(1);
        }
    }

    @Test
    void refusesRowsOfTheWrongShapeOneByOne() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            String good = "{\"Número\":\"A\",\"Fecha\":\"05/03/2024\",\"Droga\":\"x\",\"Cantidad\":\"1\"}";
            String large = "{\"Número\":\"" + "x".repeat(5 << 20) + "\"}";

            // when
            LedgerEntry ledger = bench.load(
                    read(definition("format: json")),
                    "[" + good + ",1,\"x\",[],{\"a\":},null," + large + "," + good + "]");

            // then
            assertThat(Bench.counts(ledger)).isEqualTo("1 1 0 0 6");
            assertThat(bench.log.records(bench.topics.rejected))
                    .extracting(RejectedRecord::getReason)
                    .containsOnly(RejectionReason.MALFORMED_ROW, RejectionReason.CELL_TOO_LARGE);
        }
    }

    @Test
    void refusesBytesThatTheDeclaredEncodingDoesNotHave() throws IOException {
        try (Bench bench = new Bench(directory)) {
            byte[] file = CSV.getBytes(Charset.forName("windows-1252"));
            file[file.length - 2] = (byte) 0x81;
            Path path = Files.write(directory.resolve("bad.csv"), file);

            LedgerEntry ledger = bench.load(read(definition("encoding: windows-1252")), path);

            assertThat(Bench.counts(ledger)).isEqualTo("1 0 0 0 1");
            assertThat(bench.log.records(bench.topics.rejected))
                    .extracting(RejectedRecord::getReason)
                    .containsExactly(RejectionReason.INVALID_ENCODING);
        }
    }

    /** Whatever a file holds, it is read or refused with a message, and the account adds up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "format: json",
                "format: json\nrecords: a.b",
                "format: jsonl",
                "format: socrata",
                "format: xml\nrecords: [row]",
                "encoding: windows-1252"
            })
    void survivesMutations(String layout) throws IOException {
        Random random = new Random(layout.hashCode());
        Feed feed = read(definition(layout));
        List<String> seeds = List.of(
                CSV,
                "[{\"Número\":\"A\",\"Fecha\":\"05/03/2024\",\"x\":{\"y\":[1,{}]}},{\"Cantidad\":1e5}]",
                "{\"a\":{\"b\":[{\"Número\":\"A\\\"\"}]}}",
                "{\"meta\":{\"view\":{\"columns\":[{\"name\":\"Número\"}]}},\"data\":[[\"A\"],[null]]}",
                "<?xml version=\"1.0\"?><a><row b=\"1\"><Fecha>x</Fecha>&amp;<![CDATA[]]></row><row/></a>");
        try (Bench bench = new Bench(directory)) {
            for (int i = 0; i < 600; i++) {
                byte[] bytes = seeds.get(i % seeds.size()).getBytes(StandardCharsets.UTF_8);
                for (int flips = random.nextInt(4); flips >= 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                Path file = Files.write(directory.resolve("mutated"), bytes);
                try {
                    LedgerEntry ledger = bench.load(feed, file);
                    assertThat(ledger.getRead())
                            .isEqualTo(ledger.getAccepted()
                                    + ledger.getUnchanged()
                                    + ledger.getRevised()
                                    + ledger.getRejected());
                } catch (IOException e) {
                    assertThat(e).hasMessageContaining("mutated");
                }
            }
        }
    }

    private void assertSame(String layout, byte[] content) throws IOException {
        try (Bench bench = new Bench(Files.createTempDirectory(directory, "bench"))) {
            Path file = Files.write(directory.resolve("file"), content);
            LedgerEntry ledger = bench.load(read(definition(layout)), file);

            assertThat(Bench.counts(ledger)).as(layout).isEqualTo("2 0 0 0 0");
            assertThat(bench.log.latest(bench.topics.seizures).values())
                    .extracting(seizure -> seizure.getEnvelope().getEventId() + " "
                            + seizure.getEnvelope().getOccurredAt() + " "
                            + seizure.getItems().getFirst().getDeclared() + " "
                            + seizure.getItems().getFirst().getQuantity().getAmount())
                    .containsExactly(
                            "xx:a 2024-03-05T00:00:00Z Cocaína 1234.5",
                            "xx:b 2024-03-06T00:00:00Z Heroína; cruda 0.25");
        }
    }

    private static Feed read(String yaml) {
        return Definitions.read("test.yaml", yaml, DrugNames.shipped());
    }

    private static String definition(String layout) {
        return """
                feed: xx-seizures
                partner: xx
                description: seizures
                event: seizure
                aliases: {"@número": Número}
                numbers: {decimal: ",", thousands: "."}
                constants: {country: MX, unit: kg}
                fields:
                  occurred_at: {column: Fecha, pattern: dd/MM/yyyy}
                  substance: Droga
                  quantity: Cantidad
                key: [{column: Número}]
                """ + layout;
    }
}
