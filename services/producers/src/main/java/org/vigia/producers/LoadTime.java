package org.vigia.producers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * When a load takes place.
 *
 * @param recordedAt stamp of every claim of the load
 * @param asOf last day on which an event may have begun, UTC; later events are refused as FUTURE_DATE
 */
public record LoadTime(Instant recordedAt, LocalDate asOf) {

    /** The time of each load as it comes, for a service. */
    public static Supplier<LoadTime> now(Clock clock) {
        return () -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return new LoadTime(now, LocalDate.ofInstant(now, ZoneOffset.UTC));
        };
    }
}
