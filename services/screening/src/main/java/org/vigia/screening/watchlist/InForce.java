package org.vigia.screening.watchlist;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ListingPeriod;
import org.vigia.events.Quantity;
import org.vigia.events.TimePrecision;
import org.vigia.events.WatchListEntry;

/**
 * A period by which an entry is in force: on each day with {@code from <= day < until}.
 *
 * @param from first day; absent if the list does not say, and then being in force is an assumption
 * @param precision how exactly {@code from} is known; of a month or a year, the first day counts
 * @param until first day on which it is no longer in force; absent if no end is known
 * @param threshold a shipment below it is not reported in this period; absent if any quantity is
 * @param reference where the date comes from
 * @param row row of the list's file, 0 if unknown
 * @param classRule the class listed in this period, in the list's own words
 */
public record InForce(
        @Nullable LocalDate from,
        TimePrecision precision,
        @Nullable LocalDate until,
        @Nullable Quantity threshold,
        @Nullable String reference,
        long row,
        @Nullable String classRule) {

    /**
     * The periods of an entry that cover any of the days: first those that cover all of them, then by their start.
     * Periods without a start count only if the entry has no dated one: once a list says when, its silence elsewhere
     * says nothing.
     */
    static List<InForce> during(ShipmentDays days, WatchListEntry entry) {
        List<ListingPeriod> periods = entry.getPeriods();
        if (periods.isEmpty()) {
            return List.of(new InForce(null, TimePrecision.UNKNOWN, null, null, null, 0, null));
        }
        boolean dated = periods.stream().anyMatch(period -> period.getListedFrom() != null);
        return periods.stream()
                .filter(period -> !dated || period.getListedFrom() != null)
                .map(InForce::of)
                .filter(period -> period.coversAny(days))
                .sorted(Comparator.comparing((InForce period) -> !period.coversAll(days))
                        .thenComparing(period -> Objects.requireNonNullElse(period.from, LocalDate.MIN))
                        .thenComparingLong(InForce::row))
                .toList();
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
                first,
                period.getPrecision(),
                period.getListedUntil(),
                period.getThreshold(),
                period.getReference(),
                period.getLine(),
                period.getClassRule());
    }

    private boolean coversAny(ShipmentDays days) {
        return !startsAfter(days.last()) && !hasEndedOn(days.first());
    }

    boolean coversAll(ShipmentDays days) {
        return !startsAfter(days.first()) && !hasEndedOn(days.last());
    }

    boolean startsAfter(LocalDate day) {
        return from != null && from.isAfter(day);
    }

    boolean hasEndedOn(LocalDate day) {
        return until != null && !day.isBefore(until);
    }
}
