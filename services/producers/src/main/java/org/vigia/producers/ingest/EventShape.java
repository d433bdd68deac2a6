package org.vigia.producers.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigia.producers.cell.Decimals;
import org.vigia.runtime.http.ProblemException;

/**
 * The JSON shape of a kind of event, and how it becomes rows of the feed in Vigía's own format, whose rules then hold for
 * it: a row for each element of its lists, each with what belongs to the event as a whole.
 *
 * @param path where it is sent, for example {@code seizures}
 * @param schema name of its JSON Schema
 * @param feed the feed that it becomes rows of
 * @param id JSON field that identifies the event
 * @param shared column by JSON Pointer of what belongs to the event as a whole
 * @param lists by field, the columns of the elements of a list
 */
record EventShape(
        String path,
        String schema,
        String feed,
        String id,
        Map<String, String> shared,
        Map<String, Map<String, String>> lists) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DIGITS = 40;

    /** Every kind of event that may be sent by itself. */
    static final List<EventShape> ALL = List.of(
            new EventShape(
                    "seizures",
                    "seizure",
                    "vigia-seizures",
                    "seizureId",
                    Map.ofEntries(
                            Map.entry("/seizureId", "seizure_id"),
                            Map.entry("/status", "status"),
                            Map.entry("/occurredAt", "occurred_at"),
                            Map.entry("/place/country", "country"),
                            Map.entry("/place/area", "area"),
                            Map.entry("/place/name", "place"),
                            Map.entry("/place/latitude", "latitude"),
                            Map.entry("/place/longitude", "longitude"),
                            Map.entry("/agency", "agency"),
                            Map.entry("/mode", "mode"),
                            Map.entry("/concealment", "concealment"),
                            Map.entry("/incidents", "incidents"),
                            Map.entry("/originCountry", "origin_country"),
                            Map.entry("/destinationCountry", "destination_country"),
                            Map.entry("/organisation", "organisation"),
                            Map.entry("/handling", "handling")),
                    Map.of(
                            "items",
                            Map.of(
                                    "/substance", "substance",
                                    "/cas", "cas",
                                    "/form", "form",
                                    "/quantity/amount", "quantity",
                                    "/quantity/unit", "unit",
                                    "/purityPercent", "purity_percent",
                                    "/lot", "lot",
                                    "/laboratoryResult", "laboratory_result"),
                            "assets",
                            Map.of("/kind", "asset_kind", "/value", "asset_value", "/currency", "asset_currency"))),
            new EventShape(
                    "lab-dismantlements",
                    "lab-dismantlement",
                    "vigia-labs",
                    "labId",
                    Map.ofEntries(
                            Map.entry("/labId", "lab_id"),
                            Map.entry("/status", "status"),
                            Map.entry("/occurredAt", "occurred_at"),
                            Map.entry("/place/country", "country"),
                            Map.entry("/place/area", "area"),
                            Map.entry("/place/name", "place"),
                            Map.entry("/place/latitude", "latitude"),
                            Map.entry("/place/longitude", "longitude"),
                            Map.entry("/agency", "agency"),
                            Map.entry("/kind", "kind"),
                            Map.entry("/capacity", "capacity"),
                            Map.entry("/handling", "handling")),
                    Map.of(
                            "items",
                            Map.of(
                                    "/kind", "item_kind",
                                    "/substance", "substance",
                                    "/cas", "cas",
                                    "/quantity/amount", "quantity",
                                    "/quantity/unit", "unit",
                                    "/lot", "lot",
                                    "/container", "container",
                                    "/seal", "seal",
                                    "/description", "description"))),
            new EventShape(
                    "precursor-shipments",
                    "precursor-shipment",
                    "vigia-shipments",
                    "shipmentId",
                    Map.ofEntries(
                            Map.entry("/shipmentId", "shipment_id"),
                            Map.entry("/status", "status"),
                            Map.entry("/departedAt", "departed_at"),
                            Map.entry("/arrivedAt", "arrived_at"),
                            Map.entry("/mode", "mode"),
                            Map.entry("/origin/country", "origin_country"),
                            Map.entry("/origin/port", "origin_port"),
                            Map.entry("/transitPorts", "transit_ports"),
                            Map.entry("/destination/country", "destination_country"),
                            Map.entry("/destination/port", "destination_port"),
                            Map.entry("/shipper/name", "shipper"),
                            Map.entry("/shipper/address", "shipper_address"),
                            Map.entry("/consignee/name", "consignee"),
                            Map.entry("/consignee/address", "consignee_address"),
                            Map.entry("/notifyParty", "notify_party"),
                            Map.entry("/broker", "broker"),
                            Map.entry("/containers", "containers"),
                            Map.entry("/seals", "seals"),
                            Map.entry("/permit", "permit"),
                            Map.entry("/preExportNotification", "pre_export_notification"),
                            Map.entry("/handling", "handling")),
                    Map.of(
                            "lines",
                            Map.of(
                                    "/line", "line",
                                    "/description", "description",
                                    "/cas", "cas",
                                    "/hsCode", "hs_code",
                                    "/quantity/amount", "quantity",
                                    "/quantity/unit", "unit",
                                    "/packages", "packages",
                                    "/declaredValue", "declared_value",
                                    "/currency", "currency"))));

    /**
     * The rows of an event that its schema allows, as JSON Lines. The same content gives the same bytes, however it was
     * written.
     */
    byte[] rows(JsonNode event) {
        ObjectNode whole = JSON.createObjectNode();
        put(shared, event, whole);
        Map<String, JsonNode> others = new TreeMap<>();
        event.path("attributes").properties().forEach(other -> others.put(other.getKey(), other.getValue()));
        others.forEach(whole::set);
        List<ObjectNode> rows = new ArrayList<>();
        new TreeMap<>(lists)
                .forEach((field, columns) -> event.path(field).forEach(element -> {
                    ObjectNode row = whole.deepCopy();
                    put(columns, element, row);
                    rows.add(row);
                }));
        return lines(rows.isEmpty() ? List.of(whole) : rows);
    }

    private static void put(Map<String, String> columns, JsonNode from, ObjectNode row) {
        new TreeMap<>(columns).forEach((pointer, column) -> {
            JsonNode value = from.at(pointer);
            if (value.isNumber()) {
                row.put(column, plain(value.decimalValue(), pointer));
            } else if (!value.isMissingNode() && !value.isNull()) {
                row.set(column, value);
            }
        });
    }

    /** Without an exponent, which the feeds do not read; a number of a million digits is written in ten bytes. */
    private static String plain(BigDecimal number, String pointer) {
        if (number.precision() > DIGITS || Math.abs(number.scale()) > DIGITS) {
            throw new ProblemException(
                    422,
                    "The event cannot be taken",
                    "The number at " + pointer + " has more than " + DIGITS + " digits. Write it with fewer.");
        }
        return Decimals.canonical(number);
    }

    private static byte[] lines(List<ObjectNode> rows) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (ObjectNode row : rows) {
            try {
                lines.writeBytes(JSON.writeValueAsBytes(row));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A tree can always be written", e);
            }
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
