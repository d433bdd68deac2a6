package org.vigia.producers.shipment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Envelope;
import org.vigia.events.GoodsLine;
import org.vigia.events.Party;
import org.vigia.events.Place;
import org.vigia.events.Port;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.TransportMode;
import org.vigia.producers.cell.Choices;
import org.vigia.producers.cell.Codes;
import org.vigia.producers.cell.Dates;
import org.vigia.producers.cell.EventDate;
import org.vigia.producers.cell.Handlings;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.ClaimRows;
import org.vigia.producers.claim.Envelopes;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Row;

/**
 * Shipments in Vigía's own format: a row per goods line. Containers, seals, permits and pre-export notifications may
 * differ from line to line and are put together. A part of a shipment is a line by its number, or without one by
 * description, CAS number and HS code. Departure or arrival must be given.
 */
public final class VigiaShipments implements GroupMapping {

    private static final String ID = "shipment_id";
    private static final String LINE = "line";
    private static final String DEPARTED = "departed_at";
    private static final String ARRIVED = "arrived_at";

    public static final Columns COLUMNS = Columns.required(ID)
            .optional(
                    LINE,
                    DEPARTED,
                    "description",
                    "status",
                    ARRIVED,
                    "mode",
                    "origin_country",
                    "origin_port",
                    "transit_ports")
            .optional("destination_country", "destination_port", "shipper", "shipper_address", "consignee")
            .optional("consignee_address", "notify_party", "broker", "containers", "seals", "cas", "hs_code")
            .optional("quantity", "unit", "packages", "declared_value", "currency", "permit")
            .optional("pre_export_notification", "handling");

    private static final Set<String> SHARED = Set.of(
            DEPARTED,
            ARRIVED,
            "mode",
            "origin_country",
            "origin_port",
            "transit_ports",
            "destination_country",
            "destination_port",
            "shipper",
            "shipper_address",
            "consignee",
            "consignee_address",
            "notify_party",
            "broker");

    /** Line 2 before line 10. */
    private static final Comparator<GoodsLine> BY_LINE = Comparator.<GoodsLine>comparingInt(
                    goods -> goods.getLine().length())
            .thenComparing(GoodsLine::getLine)
            .thenComparing(Comparator.naturalOrder());

    @Override
    public String key(Row row, Batch batch) {
        return batch.eventId(Texts.required(row, ID));
    }

    @Override
    public ClaimStatus status(Row row) {
        return Choices.status(row);
    }

    @Override
    public Set<String> shared() {
        return SHARED;
    }

    @Override
    public String part(Row row) {
        String line = row.text(LINE);
        return line.isEmpty()
                ? GroupMapping.part(
                        Texts.normalise(row.text("description")), row.text("cas"), Texts.normalise(row.text("hs_code")))
                : GroupMapping.part(line);
    }

    @Override
    public void check(Row row, Batch batch) {
        EventDate date = date(row);
        if (date != null) {
            Dates.notAfter(date, batch.asOf(), row.has(DEPARTED) ? DEPARTED : ARRIVED);
        }
        Dates.of(row, ARRIVED);
        mode(row);
        Codes.country(row, "origin_country");
        Codes.country(row, "destination_country");
        Handlings.of(row, "handling");
        GoodsLines.of(row, status(row));
    }

    @Override
    public SpecificRecord event(ClaimRows rows, Batch batch) {
        List<GoodsLine> goods = new ArrayList<>();
        for (Row row : rows.rows()) {
            GoodsLine line = GoodsLines.of(row, rows.status());
            if (line != null) {
                goods.add(line);
            }
        }
        goods.sort(BY_LINE);
        Port origin = port(rows, "origin");
        EventDate departed = Dates.of(rows, DEPARTED);
        EventDate arrived = Dates.of(rows, ARRIVED);
        Map<String, String> attributes = rows.unknown();
        return new PrecursorShipment(
                envelope(rows, batch, origin),
                departed == null ? null : departed.start(),
                arrived == null ? null : arrived.start(),
                mode(rows),
                origin,
                Texts.several(rows, "transit_ports").stream()
                        .map(text -> port(text, ""))
                        .toList(),
                port(rows, "destination"),
                party(rows, "shipper"),
                party(rows, "consignee"),
                party(rows, "notify_party"),
                party(rows, "broker"),
                rows.union("containers"),
                rows.union("seals"),
                goods,
                rows.joined("permit"),
                rows.joined("pre_export_notification"),
                attributes);
    }

    /** The place of a shipment is where it leaves. */
    private static Envelope envelope(ClaimRows rows, Batch batch, Port origin) {
        String country = origin.getCountry() == null ? "" : origin.getCountry();
        Place place = new Place(country, null, null, origin.getLocode(), origin.getName(), null, null);
        Row first = rows.rows().getFirst();
        String key = batch.eventId(Texts.required(first, ID));
        return Envelopes.of(rows, batch, key, date(rows), DEPARTED + " (or " + ARRIVED + ")", place, "");
    }

    private static @Nullable EventDate date(Cells cells) {
        EventDate departed = Dates.of(cells, DEPARTED);
        return departed == null ? Dates.of(cells, ARRIVED) : departed;
    }

    private static TransportMode mode(Cells cells) {
        return Choices.of(cells, "mode", TransportMode.class, TransportMode.UNKNOWN);
    }

    private static Port port(Cells cells, String which) {
        return port(cells.text(which + "_port"), Codes.country(cells, which + "_country"));
    }

    private static Port port(String text, String country) {
        String locode = Codes.locode(text, country);
        String where = country.isEmpty() && locode != null ? locode.substring(0, 2) : country;
        return new Port(locode, locode != null || text.isEmpty() ? null : text, where.isEmpty() ? null : where);
    }

    private static @Nullable Party party(Cells cells, String column) {
        String name = cells.text(column);
        String address = Texts.orNull(cells, column + "_address");
        return name.isEmpty() && address == null ? null : new Party(name, address, null);
    }
}
