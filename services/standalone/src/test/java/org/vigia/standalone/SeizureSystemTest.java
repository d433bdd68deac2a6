package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.standalone.Pipeline.csv;
import static org.vigia.standalone.Pipeline.feed;
import static org.vigia.standalone.Pipeline.json;
import static org.vigia.standalone.Pipeline.jsonLines;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.schemas.topics.Topics;
import org.vigia.standalone.broker.SharedBroker;

/** Seizures in a file of our own format: late, corrected, taken back, and broken. */
class SeizureSystemTest {

    private static final String HEADER = "seizure_id,occurred_at,status,country,area,agency,substance,quantity,unit\n";

    @TempDir
    Path directory;

    @Test
    void aCorrectionARetractionAndALateClaimRestateWhatWasPublished() throws IOException {
        Pipeline pipeline = new Pipeline(directory);
        Path january = pipeline.write(
                "january.csv",
                HEADER
                        + "s-1,2024-01-05,PRESUMPTIVE,MX,MX-SIN,SEDENA,fentanyl,10,kg\n"
                        + "s-2,2024-01-20,CONFIRMED,MX,MX-SIN,SEDENA,fentanyl,5,kg\n"
                        + "s-3,2024-02-10,CONFIRMED,MX,MX-SIN,SEDENA,fentanyl,1,kg\n");
        Path corrections = pipeline.write(
                "corrections.csv",
                HEADER
                        + "s-1,2024-01-05,CONFIRMED,MX,MX-SIN,SEDENA,fentanyl,8.5,kg\n"
                        + "s-2,,RETRACTED,,,,,,\n"
                        + "s-4,2024-01-31,CONFIRMED,MX,MX-SIN,SEDENA,fentanyl,0.25,kg\n");

        Path out = pipeline.run(feed("vigia-seizures", january), feed("vigia-seizures", corrections));

        assertThat(month(out, "2024-01-01").getField("quantity_kg")).isEqualTo("8.75");
        assertThat(month(out, "2024-01-01").getField("events")).isEqualTo("2");
        assertThat(month(out, "2024-02-01").getField("quantity_kg")).isEqualTo("1");
        JsonNode restatement = jsonLines(out, "restatements.jsonl").stream()
                .filter(r -> r.get("granularity").asText().equals("MONTH"))
                .reduce((a, b) -> {
                    throw new AssertionError("more than one month is restated");
                })
                .orElseThrow();
        assertThat(restatement.get("window_start").asText()).isEqualTo("2024-01-01");
        assertThat(restatement.at("/before/quantity_kg").asText()).isEqualTo("15");
        assertThat(restatement.at("/after/quantity_kg").asText()).isEqualTo("8.75");
        assertThat(restatement.get("claims"))
                .extracting(c -> c.get("eventId").asText().replaceAll(".*:", "") + " "
                        + c.get("cause").asText())
                .containsExactly("s-1 REVISED", "s-2 RETRACTED", "s-4 LATE");
        JsonNode account = json(out, "ledger.json").get(0);
        assertThat(account.get("accepted").asInt()).isEqualTo(4);
        assertThat(account.get("revised").asInt()).isEqualTo(1);
        assertThat(account.get("retracted").asInt()).isEqualTo(1);
    }

    @Test
    void everyGoodRowLandsAndEveryBadRowIsExplained() throws IOException {
        Pipeline pipeline = new Pipeline(directory);
        Path file = pipeline.write(
                "mixed.csv",
                HEADER
                        + "good-1,2024-01-05,,MX,MX-SIN,SEDENA,fentanyl,10,kg\n"
                        + "bad-unit,2024-01-05,,MX,MX-SIN,SEDENA,fentanyl,10,stone\n"
                        + "bad-date,2023-02-30,,MX,MX-SIN,SEDENA,fentanyl,10,kg\n"
                        + "bad-comma,2024-01-05,,MX,MX-SIN,SEDENA,fentanyl,\"68,576\",kg\n"
                        + "bad-sign,2024-01-05,,MX,MX-SIN,SEDENA,fentanyl,-1,kg\n"
                        + "bad-future,2099-01-05,,MX,MX-SIN,SEDENA,fentanyl,1,kg\n"
                        + "bad-quote,2024-01-05,,MX,MX-SIN,SEDENA,\"fentanyl,10,kg\n"
                        + "good-2,2024-01-06,,MX,MX-SIN,SEDENA,fentanyl,68.576,kg\n");

        Path out = pipeline.run(feed("vigia-seizures", file));

        JsonNode account = json(out, "ledger.json").get(0);
        assertThat(account.get("read").asInt()).isEqualTo(8);
        assertThat(account.get("accepted").asInt()).isEqualTo(2);
        assertThat(account.get("rejected").asInt()).isEqualTo(6);
        assertThat(month(out, "2024-01-01").getField("quantity_kg")).isEqualTo("78.576");
        List<JsonNode> rejected = jsonLines(out, "rejected.jsonl");
        assertThat(rejected)
                .extracting(r -> r.get("line").asInt() + " " + r.get("reason").asText())
                .containsExactly(
                        "3 UNKNOWN_UNIT",
                        "4 INVALID_DATE",
                        "5 AMBIGUOUS_NUMBER",
                        "6 NEGATIVE_QUANTITY",
                        "7 FUTURE_DATE",
                        "8 UNCLOSED_QUOTE");
        assertThat(rejected).allSatisfy(r -> {
            assertThat(r.get("raw").asText()).startsWith("bad-");
            assertThat(r.get("source").asText()).isEqualTo("mixed.csv");
            assertThat(r.get("detail").asText()).isNotBlank();
        });
    }

    @Test
    void bytesThatAreNotAvroReachTheDeadLettersAndTheApplicationGoesOn() throws Exception {
        Pipeline pipeline = new Pipeline(directory);
        Path before = pipeline.write("before.csv", HEADER + "s-1,2024-01-05,,MX,MX-SIN,SEDENA,fentanyl,1,kg\n");
        Path after = pipeline.write("after.csv", HEADER + "s-2,2024-01-06,,MX,MX-SIN,SEDENA,fentanyl,2,kg\n");
        pipeline.run(feed("vigia-seizures", before));
        Topics topics = Topics.withPrefix(pipeline.prefix());
        byte[] poison = {1, 2, 3};
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SharedBroker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (String topic : List.of(
                    topics.seizures.name(), topics.precursorShipments.name(), topics.labDismantlements.name())) {
                producer.send(new ProducerRecord<>(topic, "poison", poison)).get();
            }
        }

        Path out = pipeline.run(feed("vigia-seizures", after));

        assertThat(month(out, "2024-01-01").getField("quantity_kg")).isEqualTo("3");
        // Two applications read each of the topics, so every letter is there twice.
        assertThat(json(out, "summary.json").get("deadLetters").asInt()).isEqualTo(6);
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Pipeline one = new Pipeline(directory.resolve("one"));
        Pipeline two = new Pipeline(directory.resolve("two"));
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 500; i++) {
            rows.append("s-%d,2024-%02d-%02d,,MX,MX-%s,SEDENA,%s,%d.125,kg%n"
                    .formatted(
                            i,
                            i % 12 + 1,
                            i % 28 + 1,
                            i % 2 == 0 ? "SIN" : "SON",
                            i % 3 == 0 ? "heroin" : "fentanyl",
                            i));
        }
        Files.createDirectories(directory.resolve("one"));
        Files.createDirectories(directory.resolve("two"));
        Path first = one.run(feed("vigia-seizures", one.write("rows.csv", rows.toString())));

        Path second = two.run(feed("vigia-seizures", two.write("rows.csv", rows.toString())));

        for (String name :
                List.of("trends.csv", "restatements.jsonl", "rejected.jsonl", "ledger.json", "summary.json")) {
            assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
        assertThat(csv(first, "trends.csv")).hasSizeGreaterThan(100);
    }

    private static NamedCsvRecord month(Path out, String start) throws IOException {
        return csv(out, "trends.csv").stream()
                .filter(r -> r.getField("granularity").equals("MONTH"))
                .filter(r -> r.getField("window_start").equals(start))
                .reduce((a, b) -> {
                    throw new AssertionError("more than one row for " + start);
                })
                .orElseThrow();
    }
}
