package org.vigia.trends.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.vigia.events.TimePrecision;
import org.vigia.trends.state.PeriodPrecision;

/** The period that a claim names: it begins at a time and is as long as its precision. All in UTC. */
public final class Periods {

    public static final long DAY_MILLIS = 86_400_000L;

    private Periods() {}

    /** The precision of a claim; a claim that does not state it is taken to name a day. */
    public static PeriodPrecision precision(TimePrecision precision) {
        return switch (precision) {
            case INSTANT -> PeriodPrecision.INSTANT;
            case DAY, UNKNOWN -> PeriodPrecision.DAY;
            case MONTH -> PeriodPrecision.MONTH;
            case YEAR -> PeriodPrecision.YEAR;
        };
    }

    /** Start of the period around an instant, in milliseconds since 1970. */
    public static long start(Instant occurredAt, PeriodPrecision precision) {
        long millis = occurredAt.toEpochMilli();
        return switch (precision) {
            case INSTANT -> millis;
            case DAY -> Math.floorDiv(millis, DAY_MILLIS) * DAY_MILLIS;
            case MONTH -> millis(date(millis).withDayOfMonth(1));
            case YEAR -> millis(date(millis).withDayOfYear(1));
        };
    }

    /** First moment after the period, in milliseconds since 1970; of an instant, the instant itself. */
    public static long end(long start, PeriodPrecision precision) {
        return switch (precision) {
            case INSTANT -> start;
            case DAY -> start + DAY_MILLIS;
            case MONTH -> millis(date(start).plusMonths(1));
            case YEAR -> millis(date(start).plusYears(1));
        };
    }

    /** The day of a moment. */
    public static LocalDate date(long millis) {
        return LocalDate.ofEpochDay(Math.floorDiv(millis, DAY_MILLIS));
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
