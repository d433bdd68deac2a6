package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.DetectorSettings;
import org.vigia.events.LabDismantlement;
import org.vigia.events.LedgerEntry;
import org.vigia.events.Seizure;
import org.vigia.producers.feed.Feed;
import org.vigia.schemas.topics.Topics;

/** The same records in the forms in which files come. */
class FormatsTest {

    private static final String CSV = """
            seizure_id,occurred_at,country,substance,quantity,unit,note
            A,2024-03-05,MX,"Fentanyl, pressed",68.576,kg,"first
            note"
            B,2024-03-05T10:00:00-06:00,MX,Ñame,1,lb,
            """;

    @TempDir
    Path directory;

    @Test
    void readsTheSameFromEveryForm() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            String lines = """
                    {"seizure_id":"A","occurred_at":"2024-03-05","country":"MX","substance":"Fentanyl, pressed","quantity":68.576,"unit":"kg","note":"first\\nnote"}

                    {"unit":"lb","quantity":1,"substance":"Ñame","country":"MX","occurred_at":"2024-03-05T10:00:00-06:00","seizure_id":"B","note":null}
                    """;
            bench.load("vigia-seizures", CSV);

            // when
            List<LedgerEntry> again = new ArrayList<>();
            again.add(bench.load("vigia-seizures", "\uFEFF" + CSV));
            again.add(bench.load("vigia-seizures", "a.csv.gz", Packed.gzip(CSV.getBytes(StandardCharsets.UTF_8))));
            again.add(bench.load("vigia-seizures", "a.jsonl", lines.getBytes(StandardCharsets.UTF_8)));
            again.add(bench.load("vigia-seizures", lines));
            again.add(bench.load(
                    "vigia-seizures",
                    CSV.replace("\"Fentanyl, pressed\"", "Fentanyl; pressed")
                            .replace(',', '\t')
                            .replace("Fentanyl; pressed", "Fentanyl, pressed")));

            again.add(bench.load(
                    "vigia-seizures",
                    CSV.replace("\"Fentanyl, pressed\"", "Fentanyl! pressed")
                            .replace(',', ';')
                            .replace('!', ',')));
            again.add(bench.load(
                    "vigia-seizures", CSV.replace("B,", "\u00a0B\u2007,").replace(",country", ",\u202fcountry")));

            // then
            assertThat(again).extracting(Bench::counts).containsOnly("0 2 0 0 0");
        }
    }

    @Test
    void keepsColumnsItDoesNotKnowAndTheLineOfEachRow() {
        try (Bench bench = new Bench(directory)) {
            bench.load("vigia-seizures", CSV);

            Seizure a = bench.log.latest(bench.topics.seizures, "vigia:A");
            Seizure b = bench.log.latest(bench.topics.seizures, "vigia:B");
            assertThat(a.getAttributes()).isEqualTo(Map.of("note", "first\nnote"));
            assertThat(b.getEnvelope().getSource().getLine()).isEqualTo(4);
            assertThat(b.getEnvelope().getOccurredAt()).isEqualTo("2024-03-05T16:00:00Z");
        }
    }

    @Test
    void refusesLinesThatAreNoJsonObjectOneByOne() {
        try (Bench bench = new Bench(directory)) {
            // given
            String good = "{\"seizure_id\":\"A\",\"occurred_at\":\"2024-03\",\"country\":\"MX\",\"substance\":\"x\"}\n";
            String bad = "{\"seizure_id\":\"B\"\n[1]\n{\"seizure_id\":{}}\n{\"a\":1,\"a\":2}\nnull\n{} {}\n";

            // when
            var ledger = bench.load("vigia-seizures", good + bad);

            // then
            assertThat(Bench.counts(ledger)).isEqualTo("1 0 0 0 6");
        }
    }

    @Test
    void readsLaboratoriesWithTheirItems() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load("vigia-labs", """
                    lab_id,occurred_at,country,area,place,kind,item_kind,substance,quantity,unit,description,handling
                    L,2024-03-05,MX,MX-SIN,Cosalá,methamphetamine,PRODUCT,Metanfetamina,12,kg,,TLP:RED
                    L,2024-03-05,MX,MX-SIN,Cosalá,methamphetamine,EQUIPMENT,,1,units,reactor,TLP:RED
                    """);

            assertThat(Bench.counts(ledger)).isEqualTo("2 0 0 0 0");
            LabDismantlement laboratory = bench.log.latest(bench.topics.labDismantlements, "vigia:L");
            assertThat(laboratory.getItems())
                    .extracting(item -> item.getSubstance())
                    .containsExactlyInAnyOrder("methamphetamine", "reactor");
            assertThat(laboratory.getEnvelope().getPlace().getSubdivision()).isEqualTo("MX-SIN");
        }
    }

    @Test
    void readsSubstancesAndJurisdictions() {
        try (Bench bench = new Bench(directory)) {
            var substances = bench.load("vigia-substances", """
                    substance_id,name,cas,synonyms
                    acetone,Acetone,67-64-1,propanone | acetona
                    bad,Bad,67-64-2,
                    """);
            var jurisdictions = bench.load("vigia-jurisdictions", """
                    country,place,locode,kind,agency,from
                    MX,Manzanillo,MXZLO,SEA,SEMAR,2022-01-01
                    MX,Manzanillo,PAMIT,SEA,SEMAR,2022-01-01
                    """);

            assertThat(Bench.counts(substances)).isEqualTo("1 0 0 0 1");
            assertThat(bench.log.latest(bench.topics.substances, "acetone").getSynonyms())
                    .containsExactly("acetona", "propanone");
            assertThat(Bench.counts(jurisdictions)).isEqualTo("1 0 0 0 1");
            assertThat(bench.log.latest(bench.topics.jurisdictions)).containsOnlyKeys("MX/MXZLO/SEA/2022-01-01");
        }
    }

    @Test
    void readsSettingsOfDetectorsAsOneVersionEach() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load("detector-settings", """
                    detector,version,setting,value,enabled,author,reason
                    structuring,3,period,21,,A. Mora,fewer days at the port
                    STRUCTURING,3,least_shipments,4,,A. Mora,
                    QUANTITY,2,,,false,,too many
                    NEW_ROUTE,1,memory,many,,,
                    """);

            assertThat(Bench.counts(ledger)).isEqualTo("3 0 0 0 1");
            DetectorSettings structuring = bench.log.latest(bench.topics.detectorSettings, "STRUCTURING");
            assertThat(structuring.getVersion()).isEqualTo(3);
            assertThat(structuring.getValues())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("period", "21", "least_shipments", "4"));
            assertThat(structuring.getAuthor()).isEqualTo("A. Mora");
            assertThat(bench.log
                            .latest(bench.topics.detectorSettings, "QUANTITY")
                            .getEnabled())
                    .isFalse();
        }
    }

    @Test
    void reportsProgressUpToTheSizeOfTheFile() throws IOException {
        try (FeedLoader loader = new FeedLoader(
                new LoadSettings(topics(), Map.of(), directory.resolve("index"), Bench.RECORDED_AT, Bench.AS_OF),
                new FakeLog(topics()),
                Clock.systemUTC(),
                System::nanoTime)) {
            // given
            Path file = Files.writeString(directory.resolve("a.csv"), CSV);
            List<Long> reported = new ArrayList<>();
            Feed feed = Bench.feed("vigia-seizures");

            // when
            loader.load(feed, file, (rows, bytes, total) -> reported.addAll(List.of(rows, bytes, total)));

            // then
            long size = Files.size(file);
            assertThat(reported).containsExactly(2L, size, size);
        }
    }

    private static Topics topics() {
        return Topics.withPrefix("test.");
    }
}
