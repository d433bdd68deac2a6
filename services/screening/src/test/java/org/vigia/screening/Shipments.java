package org.vigia.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Envelope;
import org.vigia.events.GoodsLine;
import org.vigia.events.ListingPeriod;
import org.vigia.events.MeasurementUnit;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Quantity;
import org.vigia.events.TimePrecision;
import org.vigia.events.WatchListEntry;
import org.vigia.schemas.fixtures.Events;

/** Variations of the shipments and list entries of the fixtures. */
public final class Shipments {

    private Shipments() {}

    /** One line of acetic anhydride, found by its CAS number. */
    public static PrecursorShipment aceticAnhydride(String eventId, String day, String kilograms) {
        return Events.shipment(eventId, day, "Acetic anhydride", "108-24-7", kilograms);
    }

    public static PrecursorShipment withGoods(PrecursorShipment shipment, GoodsLine... goods) {
        return PrecursorShipment.newBuilder(shipment).setGoods(List.of(goods)).build();
    }

    public static GoodsLine goods(String line, String description, String cas, Quantity... quantity) {
        return GoodsLine.newBuilder()
                .setLine(line)
                .setSourceLine(1 + Long.parseLong(line))
                .setDescription(description)
                .setCas(cas.isEmpty() ? null : cas)
                .setQuantity(Arrays.stream(quantity).findFirst().orElse(null))
                .build();
    }

    public static PrecursorShipment withStatus(PrecursorShipment shipment, ClaimStatus status) {
        return PrecursorShipment.newBuilder(shipment)
                .setEnvelope(Envelope.newBuilder(shipment.getEnvelope())
                        .setStatus(status)
                        .build())
                .build();
    }

    public static PrecursorShipment withPrecision(PrecursorShipment shipment, TimePrecision precision) {
        return PrecursorShipment.newBuilder(shipment)
                .setEnvelope(Envelope.newBuilder(shipment.getEnvelope())
                        .setPrecision(precision)
                        .build())
                .build();
    }

    public static WatchListEntry withPeriods(WatchListEntry entry, ListingPeriod... periods) {
        return WatchListEntry.newBuilder(entry).setPeriods(List.of(periods)).build();
    }

    /** A period; "" for a bound that is not known. */
    public static ListingPeriod period(String from, TimePrecision precision, String until) {
        return ListingPeriod.newBuilder()
                .setListedFrom(from.isEmpty() ? null : LocalDate.parse(from))
                .setPrecision(precision)
                .setListedUntil(until.isEmpty() ? null : LocalDate.parse(until))
                .setReference("Gazette 12")
                .setLine(7)
                .build();
    }

    /** The same threshold in every period. */
    public static WatchListEntry withThreshold(WatchListEntry entry, Quantity threshold) {
        return withPeriods(
                entry,
                entry.getPeriods().stream()
                        .map(period -> withThreshold(period, threshold))
                        .toArray(ListingPeriod[]::new));
    }

    public static ListingPeriod withThreshold(ListingPeriod period, Quantity threshold) {
        return ListingPeriod.newBuilder(period).setThreshold(threshold).build();
    }

    public static WatchListEntry withSynonyms(WatchListEntry entry, String... synonyms) {
        return WatchListEntry.newBuilder(entry).setSynonyms(List.of(synonyms)).build();
    }

    public static WatchListEntry withConfidence(WatchListEntry entry, String confidence) {
        return WatchListEntry.newBuilder(entry).setConfidence(confidence).build();
    }

    public static Quantity litres(String amount) {
        return Quantity.newBuilder()
                .setAmount(amount)
                .setUnit(MeasurementUnit.LITRE)
                .setMicrolitres(new BigDecimal(amount).movePointRight(6).longValueExact())
                .build();
    }

    public static Quantity tablets(String amount) {
        return Quantity.newBuilder()
                .setAmount(amount)
                .setUnit(MeasurementUnit.TABLET)
                .setMilliunits(new BigDecimal(amount).movePointRight(3).longValueExact())
                .build();
    }

    /** An amount in a unit that nobody knows. */
    public static Quantity ofUnknownUnit(String amount) {
        return Quantity.newBuilder()
                .setAmount(amount)
                .setUnit(MeasurementUnit.UNKNOWN)
                .build();
    }
}
