package org.vigia.screening.watchlist;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ListingPeriod;
import org.vigia.events.TimePrecision;
import org.vigia.events.WatchListEntry;

/**
 * The period by which an entry is in force on a date: {@code from <= date < until}.
 *
 * @param from first day; absent if the list does not say, and then being in force is an assumption
 * @param precision how exactly {@code from} is known; of a month or a year, the first day counts
 * @param until first day on which it is no longer in force; absent if no end is known
 * @param reference where the date comes from
 * @param row row of the list's file, 0 if unknown
 */
public record InForce(
        @Nullable LocalDate from,
        TimePrecision precision,
        @Nullable LocalDate until,
        @Nullable String reference,
        long row) {

    /**
     * The period of an entry that covers a date, the earliest if several do. Periods without a start count only if the
     * entry has no dated one: once a list says when, its silence elsewhere says nothing.
     */
    public static Optional<InForce> on(LocalDate date, WatchListEntry entry) {
        List<ListingPeriod> periods = entry.getPeriods();
        if (periods.isEmpty()) {
            return Optional.of(new InForce(null, TimePrecision.UNKNOWN, null, null, 0));
        }
        boolean dated = periods.stream().anyMatch(period -> period.getListedFrom() != null);
        return periods.stream()
                .filter(period -> !dated || period.getListedFrom() != null)
                .map(InForce::of)
                .filter(period -> period.covers(date))
                .min(Comparator.comparing((InForce period) -> Objects.requireNonNullElse(period.from, LocalDate.MIN))
                        .thenComparingLong(InForce::row));
    }

    private static InForce of(ListingPeriod period) {
        LocalDate from = period.getListedFrom();
        LocalDate first = from == null
                ? null
                : switch (period.getPrecision()) {
                    case MONTH -> from.withDayOfMonth(1);
                    case YEAR -> from.withDayOfYear(1);
                    case DAY, INSTANT, UNKNOWN -> from;
                };
        return new InForce(
                first, period.getPrecision(), period.getListedUntil(), period.getReference(), period.getLine());
    }

    private boolean covers(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (until == null || date.isBefore(until));
    }
}
