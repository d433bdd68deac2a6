package org.vigia.producers.cell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.vigia.events.TimePrecision;

/**
 * A date with the precision it was given in.
 *
 * @param start beginning of the period, UTC
 * @param precision length of the period
 */
public record EventDate(Instant start, TimePrecision precision) {

    /** The first day of the period, UTC. */
    public LocalDate day() {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    static EventDate of(LocalDate first, TimePrecision precision) {
        return new EventDate(first.atStartOfDay(ZoneOffset.UTC).toInstant(), precision);
    }
}
