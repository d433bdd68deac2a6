package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigia.events.AssetKind;
import org.vigia.events.ConveyanceMode;
import org.vigia.events.FoundItemKind;
import org.vigia.events.LabKind;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Seizure;
import org.vigia.events.TransportMode;

/** Single events as JSON: what is sent is what is published, whole or not at all. */
class EventApiTest extends ApiTest {

    private static final String SEIZURE = """
            {"seizureId": "S-1", "occurredAt": "2024-03-05", "agency": "SEDENA", "mode": "SEA", "incidents": 2,
             "place": {"country": "MX", "area": "MX-COL", "name": "Manzanillo", "latitude": 19.05, "longitude": -104.3},
             "items": [{"substance": "fentanyl", "quantity": {"amount": 1.50, "unit": "kg"}, "purityPercent": 12.5},
                       {"substance": "heroin", "quantity": {"amount": "2", "unit": "lb"}}],
             "assets": [{"kind": "CASH", "value": 1000, "currency": "USD"}],
             "handling": ["TLP:GREEN", "ORIGINATOR:SEDENA"], "attributes": {"case": "17/2024"}}
            """;

    @Test
    void aSeizureIsPublishedAsItWasSent() {
        Api.Answer sent = api.event("/v1/seizures", SEIZURE);

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.counts()).isEqualTo("3 0 0 0 0");
        Seizure seizure = api.bench.log.latest(api.bench.topics.seizures, "vigia:S-1");
        assertThat(seizure.getItems())
                .extracting(item -> item.getDeclared())
                .containsExactlyInAnyOrder("fentanyl", "heroin");
        assertThat(seizure.getItems())
                .allSatisfy(item -> assertThat(item.getQuantity()).isNotNull());
        assertThat(seizure.getAssets())
                .singleElement()
                .satisfies(asset -> assertThat(asset.getValue()).isEqualTo("1000"));
        assertThat(seizure.getEnvelope().getPlace().getLatitude()).isEqualTo(19.05);
        assertThat(seizure.getEnvelope().getHandling().getTlp()).hasToString("GREEN");
        assertThat(seizure.getIncidents()).isEqualTo(2);
        assertThat(seizure.getAttributes()).containsEntry("case", "17/2024");
    }

    @Test
    void aShipmentIsPublishedAsItWasSent() {
        Api.Answer sent = api.event("/v1/precursor-shipments", """
                {"shipmentId": "H-1", "departedAt": "2024-03-05T10:00:00Z", "mode": "SEA",
                 "origin": {"country": "CN", "port": "CNSHA"}, "transitPorts": ["KRPUS", "Long Beach"],
                 "destination": {"country": "MX", "port": "MXZLO"},
                 "shipper": {"name": "A", "address": "1 Road"}, "consignee": {"name": "B"},
                 "containers": ["MSCU1234565"],
                 "lines": [{"line": 1, "description": "acetone", "cas": "67-64-1", "quantity": {"amount": 20, "unit": "t"}},
                           {"line": 2, "description": "paper"}]}
                """);

        assertThat(sent.counts()).isEqualTo("2 0 0 0 0");
        PrecursorShipment shipment = api.bench.log.latest(api.bench.topics.precursorShipments, "vigia:H-1");
        assertThat(shipment.getTransit()).hasSize(2);
        assertThat(shipment.getContainers()).containsExactly("MSCU1234565");
        assertThat(shipment.getGoods())
                .extracting(line -> line.getDescription())
                .containsExactly("acetone", "paper");
    }

    @Test
    void aLaboratoryMayBeTakenBackByItsIdAlone() {
        api.event("/v1/lab-dismantlements", """
                {"labId": "L-1", "occurredAt": "2024-03", "place": {"country": "MX"}, "kind": "SYNTHESIS",
                 "items": [{"kind": "CHEMICAL", "substance": "acetone", "quantity": {"amount": 200, "unit": "L"}}]}
                """);

        assertThat(api.event("/v1/lab-dismantlements", "{\"labId\": \"L-1\", \"status\": \"RETRACTED\"}")
                        .counts())
                .isEqualTo("0 0 0 1 0");
    }

    @Test
    void anEventIsTakenWholeOrNotAtAll() {
        Api.Answer refused = api.event("/v1/seizures", SEIZURE.replace("\"lb\"", "\"furlong\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/reason").asText()).isEqualTo("UNKNOWN_UNIT");
        assertThat(api.bench.log.records(api.bench.topics.seizures)).isEmpty();
        assertThat(api.bench.log.ledger()).isEmpty();
    }

    @Test
    void theSameEventAgainChangesNothingButUnderANewKeyItIsANewStatement() {
        String corrected = SEIZURE.replace("1.50", "1.75");
        api.event("/v1/seizures", SEIZURE, "Idempotency-Key", "1");
        api.event("/v1/seizures", corrected, "Idempotency-Key", "2");

        assertThat(api.event("/v1/seizures", SEIZURE, "Idempotency-Key", "1").counts())
                .isEqualTo("3 0 0 0 0");
        assertThat(api.event("/v1/seizures", SEIZURE).counts()).isEqualTo("0 3 0 0 0");
        assertThat(api.bench.log.records(api.bench.topics.seizures)).hasSize(2);
        assertThat(api.event("/v1/seizures", SEIZURE, "Idempotency-Key", "3").counts())
                .isEqualTo("0 0 3 0 0");
    }

    @Test
    void layoutAndOrderOfTheJsonMakeNoDifference() {
        String first = api.event("/v1/seizures", SEIZURE).json().get("batchId").asText();

        assertThat(api.event("/v1/seizures", Api.parse(SEIZURE).toString())
                        .json()
                        .get("batchId")
                        .asText())
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "400 ~ {\"seizureId\": ",
                "400 ~ ",
                "400 ~ {\"seizureId\": \"A\"} {}",
                "400 ~ {\"seizureId\": \"A\", \"seizureId\": \"B\"}",
                "422 ~ []",
                "422 ~ \"text\"",
                "422 ~ {\"seizureId\": \"A\"}",
                "422 ~ {\"seizureId\": 1, \"status\": \"RETRACTED\"}",
                "422 ~ {\"seizureId\": \" \", \"status\": \"RETRACTED\"}",
                "422 ~ {\"seizureId\": \"A\", \"status\": \"RETRACTED\", \"colour\": \"blue\"}",
                "422 ~ {\"seizureId\": \"A\", \"occurredAt\": \"2024-03-05\", \"place\": {\"country\": \"MX\"}, \"items\": [{\"substance\": \"lsd\", \"quantity\": {\"amount\": 1e999999999, \"unit\": \"kg\"}}]}",
                "422 ~ {\"seizureId\": \"A\", \"occurredAt\": \"2024-03-05\", \"place\": {\"country\": \"MX\"}, \"items\": [{\"substance\": \"lsd\", \"quantity\": {\"amount\": -1, \"unit\": \"kg\"}}]}",
                "422 ~ {\"seizureId\": \"A\", \"occurredAt\": \"2024-13-05\", \"place\": {\"country\": \"MX\"}, \"items\": [{\"substance\": \"lsd\"}]}",
                "422 ~ {\"seizureId\": \"A\", \"occurredAt\": \"2999-01-01\", \"place\": {\"country\": \"MX\"}, \"items\": [{\"substance\": \"lsd\"}]}",
                "422 ~ {\"seizureId\": \"A\", \"status\": \"RETRACTED\", \"attributes\": {\"SEIZURE_ID\": \"B\"}}",
                "422 ~ {\"seizureId\": \"A\", \"status\": \"RETRACTED\", \"handling\": [\"TLP:CLEAR | TLP:RED\"]}",
            })
    void whatIsNoGoodEventIsRefusedAndNothingIsWritten(int status, String body) {
        Api.Answer answer = api.event("/v1/seizures", body == null ? "" : body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asText()).isNotBlank();
        assertThat(api.bench.log.ledger()).isEmpty();
        assertThat(api.bench.log.records(api.bench.topics.seizures)).isEmpty();
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(api.event("/v1/seizures", "[".repeat(100_000)).status()).isEqualTo(400);
    }

    @Test
    void onlyJsonIsTaken() {
        assertThat(api.post("/v1/seizures", SEIZURE).status()).isEqualTo(415);
        assertThat(api.post("/v1/seizures", SEIZURE, "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(api.event("/v1/seizures", SEIZURE, "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(415);
    }

    /** The schema names the values that the contract knows, and no others. */
    @Test
    void theSchemasKnowWhatTheContractKnows() {
        assertThat(values("seizure", "/properties/mode")).isEqualTo(names(ConveyanceMode.values()));
        assertThat(values("seizure", "/properties/assets/items/properties/kind"))
                .isEqualTo(names(AssetKind.values()));
        assertThat(values("lab-dismantlement", "/properties/kind")).isEqualTo(names(LabKind.values()));
        assertThat(values("lab-dismantlement", "/properties/items/items/properties/kind"))
                .isEqualTo(names(FoundItemKind.values()));
        assertThat(values("precursor-shipment", "/properties/mode")).isEqualTo(names(TransportMode.values()));
    }

    private List<String> values(String schema, String pointer) {
        JsonNode known = api.get("/schemas/" + schema + ".json").json().at(pointer + "/enum");
        List<String> values = new ArrayList<>();
        known.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(Enum::name)
                .filter(name -> !name.equals("UNKNOWN"))
                .toList();
    }
}
