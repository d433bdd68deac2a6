package org.vigia.screening.watchlist;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.vigia.events.Envelope;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.TimePrecision;

/**
 * The days (UTC) on which a shipment may have taken place: one, or all of its month or year if no more is known.
 *
 * @param first first of them
 * @param last last of them, not before the first
 * @param precision how exactly the date is known
 */
public record ShipmentDays(LocalDate first, LocalDate last, TimePrecision precision) {

    public static ShipmentDays of(PrecursorShipment shipment) {
        return of(shipment.getEnvelope());
    }

    static ShipmentDays of(Envelope envelope) {
        LocalDate date = envelope.getOccurredAt().atOffset(ZoneOffset.UTC).toLocalDate();
        TimePrecision precision = envelope.getPrecision();
        return switch (precision) {
            case MONTH ->
                new ShipmentDays(date.withDayOfMonth(1), date.with(TemporalAdjusters.lastDayOfMonth()), precision);
            case YEAR ->
                new ShipmentDays(date.withDayOfYear(1), date.with(TemporalAdjusters.lastDayOfYear()), precision);
            case DAY, INSTANT, UNKNOWN -> new ShipmentDays(date, date, precision);
        };
    }

    public boolean isOne() {
        return first.equals(last);
    }
}
