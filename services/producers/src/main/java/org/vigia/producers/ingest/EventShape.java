package org.vigia.producers.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigia.producers.LoadInput;
import org.vigia.producers.cell.Decimals;
import org.vigia.producers.table.FeedFile;
import org.vigia.producers.table.RawRecord;
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

    private static final Map<String, String> INCIDENT = columns("""
            /status status
            /occurredAt occurred_at
            /place/country country
            /place/area area
            /place/name place
            /place/latitude latitude
            /place/longitude longitude
            /agency agency
            /handling handling
            """);

    private static final Map<String, String> SUBSTANCE = columns("""
            /cas cas
            /quantity/amount quantity
            /quantity/unit unit
            """);

    /** Every kind of event that may be sent by itself. */
    static final List<EventShape> ALL = List.of(
            new EventShape(
                    "seizures",
                    "seizure",
                    "vigia-seizures",
                    "seizureId",
                    with(INCIDENT, """
                    /seizureId seizure_id
                    /mode mode
                    /concealment concealment
                    /incidents incidents
                    /originCountry origin_country
                    /destinationCountry destination_country
                    /organisation organisation
                    """),
                    Map.of("items", with(SUBSTANCE, """
                    /substance substance
                    /form form
                    /purityPercent purity_percent
                    /lot lot
                    /laboratoryResult laboratory_result
                    """), "assets", columns("""
                    /kind asset_kind
                    /value asset_value
                    /currency asset_currency
                    """))),
            new EventShape(
                    "lab-dismantlements",
                    "lab-dismantlement",
                    "vigia-labs",
                    "labId",
                    with(INCIDENT, """
                    /labId lab_id
                    /kind kind
                    /capacity capacity
                    """),
                    Map.of("items", with(SUBSTANCE, """
                    /kind item_kind
                    /substance substance
                    /lot lot
                    /container container
                    /seal seal
                    /description description
                    """))),
            new EventShape(
                    "precursor-shipments",
                    "precursor-shipment",
                    "vigia-shipments",
                    "shipmentId",
                    columns("""
                    /shipmentId shipment_id
                    /status status
                    /departedAt departed_at
                    /arrivedAt arrived_at
                    /mode mode
                    /origin/country origin_country
                    /origin/port origin_port
                    /transitPorts transit_ports
                    /destination/country destination_country
                    /destination/port destination_port
                    /shipper/name shipper
                    /shipper/address shipper_address
                    /consignee/name consignee
                    /consignee/address consignee_address
                    /notifyParty notify_party
                    /broker broker
                    /containers containers
                    /seals seals
                    /permit permit
                    /preExportNotification pre_export_notification
                    /handling handling
                    """),
                    Map.of("lines", with(SUBSTANCE, """
                    /line line
                    /description description
                    /hsCode hs_code
                    /packages packages
                    /declaredValue declared_value
                    /currency currency
                    """))));

    /** A JSON Pointer and a column a line. */
    private static Map<String, String> columns(String table) {
        return table.lines().map(line -> line.split(" ")).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Map<String, String> with(Map<String, String> common, String table) {
        Map<String, String> all = new TreeMap<>(common);
        all.putAll(columns(table));
        return all;
    }

    /**
     * An event that its schema allows, as what would be loaded of a file of JSON Lines. The same content gives the same
     * checksum, however it was written.
     */
    LoadInput input(JsonNode event) {
        List<RawRecord> rows = new ArrayList<>();
        MessageDigest digest = sha256();
        long size = 0;
        for (ObjectNode row : rows(event)) {
            byte[] line = bytes(row);
            digest.update(line);
            digest.update((byte) '\n');
            size += line.length + 1L;
            rows.add(new RawRecord(rows.size() + 1L, line, line.length + 1L, null));
        }
        Path name = Path.of(schema + ".jsonl");
        return LoadInput.of(new FeedFile(name, size, HexFormat.of().formatHex(digest.digest())), rows);
    }

    private List<ObjectNode> rows(JsonNode event) {
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
        return rows.isEmpty() ? List.of(whole) : rows;
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

    private static byte[] bytes(ObjectNode row) {
        try {
            return JSON.writeValueAsBytes(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
