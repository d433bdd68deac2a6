package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.standalone.Pipeline.feed;
import static org.vigia.standalone.Pipeline.jsonLines;
import static org.vigia.standalone.Pipeline.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shipments against a watch list, from file to alert. */
class ShipmentSystemTest {

    private static final String LIST = """
            authority,list,name,cas,synonyms,threshold,threshold_unit,listed_from,listed_until,source
            US DEA,List I,4-Piperidone,41661-47-6,4-piperidinone | piperidin-4-one,,,2023-05-12,,88 FR 21902
            """;

    private static final String HEADER = "shipment_id,line,status,departed_at,origin_country,origin_port,"
            + "destination_country,destination_port,shipper,consignee,description,cas,quantity,unit\n";

    @TempDir
    Path directory;

    @Test
    void aShipmentSeesTheListOfItsOwnDay() throws IOException {
        Pipeline pipeline = new Pipeline(directory);
        Path list = pipeline.write("list.csv", LIST);
        Path shipments = pipeline.write(
                "shipments.csv",
                HEADER
                        + row("before", "", "2023-05-11", "41661-47-6", "25")
                        + row("after", "", "2023-05-12", "41661-47-6", "25"));

        List<JsonNode> alerts =
                alerts(pipeline.run(reference("vigia-watch-list", list), feed("vigia-shipments", shipments)));

        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.get("kind").asText()).isEqualTo("WATCH_LIST");
            assertThat(alert.get("status").asText()).isEqualTo("RAISED");
            assertThat(alert.get("subjectId").asText()).endsWith(":after");
            assertThat(alert.get("explanation").asText())
                    .contains("US DEA")
                    .contains("List I")
                    .contains("12 May 2023")
                    .contains("shipments.csv");
            assertThat(alert.get("evidence"))
                    .extracting(e -> e.get("kind").asText())
                    .contains("EVENT", "LIST_ENTRY");
        });
    }

    @Test
    void aCorrectedShipmentRevisesItsAlertAndARetractedOneWithdrawsIt() throws IOException {
        Pipeline pipeline = new Pipeline(directory);
        Path list = pipeline.write("list.csv", LIST);
        Path first = pipeline.write(
                "first.csv",
                HEADER
                        + row("a", "PRESUMPTIVE", "2024-01-01", "41661-47-6", "25")
                        + row("b", "CONFIRMED", "2024-01-01", "", "25"));
        Path second = pipeline.write(
                "second.csv",
                HEADER + row("a", "CONFIRMED", "2024-01-01", "41661-47-6", "250") + "b,1,RETRACTED,,,,,,,,,,,\n");

        List<JsonNode> before =
                alerts(pipeline.run(reference("vigia-watch-list", list), feed("vigia-shipments", first)));
        List<JsonNode> after = alerts(pipeline.run(feed("vigia-shipments", second)));

        assertThat(before).extracting(a -> a.get("status").asText()).containsExactly("RAISED", "RAISED");
        assertThat(after)
                .extracting(a -> a.get("subjectId").asText().replaceAll(".*:", "") + " "
                        + a.get("status").asText())
                .containsExactlyInAnyOrder("a REVISED", "b WITHDRAWN");
        assertThat(after)
                .extracting(a -> a.get("alertId").asText())
                .isEqualTo(before.stream().map(a -> a.get("alertId").asText()).toList());
    }

    @Test
    void theSamplesOfTheReadmeGiveWhatTheReadmeSays() throws IOException {
        Pipeline pipeline = new Pipeline(directory);
        Path samples = Path.of(System.getProperty("vigia.root")).resolve("samples");

        // The list comes as a feed and after the shipments, and still is there first.
        Path out = pipeline.run(
                feed("vigia-shipments", samples.resolve("shipments.csv")),
                feed("vigia-watch-list", samples.resolve("watch-list.csv")),
                feed("vigia-seizures", samples.resolve("seizures.csv")),
                feed("vigia-seizures", samples.resolve("seizures-corrected.csv")),
                feed("vigia-labs", samples.resolve("labs.csv")));

        assertThat(alerts(out))
                .extracting(a -> a.get("subjectId").asText().replaceAll(".*:", "") + " "
                        + a.get("substances").get(0).asText())
                .containsExactlyInAnyOrder("SH-2 4-Piperidone", "SH-3 Acetic anhydride");
        assertThat(Pipeline.json(out, "summary.json").get("rejected").asInt()).isZero();
        assertThat(Pipeline.csv(out, "laboratory-trends.csv"))
                .filteredOn(row -> row.getField("granularity").equals("YEAR"))
                .extracting(row -> row.getField("drug"))
                .containsExactlyInAnyOrder("methamphetamine", "tableting");
        assertThat(Pipeline.csv(out, "trends.csv"))
                .filteredOn(row -> row.getField("granularity").equals("YEAR")
                        && row.getField("drug").equals("cocaine"))
                .singleElement()
                .satisfies(row -> assertThat(row.getField("quantity_kg")).isEqualTo("0"));
    }

    private static String row(String id, String status, String day, String cas, String kilograms) {
        return "%s,1,%s,%s,CN,CNSHA,MX,MXZLO,Shanghai Trading,Comercial Manzanillo,4-Piperidone,%s,%s,kg%n"
                .formatted(id, status, day, cas, kilograms);
    }

    private static List<JsonNode> alerts(Path out) throws IOException {
        return jsonLines(out, "alerts.jsonl");
    }
}
