package org.vigia.trends.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigia.events.Granularity;
import org.vigia.trends.claims.KeyText;
import org.vigia.trends.claims.Periods;
import org.vigia.trends.state.CellSide;

/**
 * One period of the calendar, in UTC. Weeks are those of ISO 8601: Monday to Sunday, and week 1 holds 4 January.
 *
 * @param granularity its length
 * @param start its first day
 */
public record Window(Granularity granularity, LocalDate start) {

    /**
     * The windows that a claim counts in: those at least as long as what its precision names. A claim that names a month
     * counts in that month and year and never in a day or a week, so the days of a month do not add up to the month if
     * some claims are monthly.
     */
    public static List<Window> of(CellSide side) {
        LocalDate day = Periods.date(side.getStart());
        List<Window> windows = new ArrayList<>(4);
        switch (side.getPrecision()) {
            case INSTANT, DAY -> {
                windows.add(new Window(Granularity.DAY, day));
                windows.add(new Window(Granularity.WEEK, monday(day)));
                windows.add(new Window(Granularity.MONTH, day.withDayOfMonth(1)));
            }
            case MONTH -> windows.add(new Window(Granularity.MONTH, day.withDayOfMonth(1)));
            case YEAR -> {}
        }
        windows.add(new Window(Granularity.YEAR, day.withDayOfYear(1)));
        return windows;
    }

    /** First day after the period. */
    public LocalDate end() {
        return switch (granularity) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusDays(7);
            case MONTH -> start.plusMonths(1);
            case YEAR -> start.plusYears(1);
            case UNKNOWN -> throw new IllegalStateException("A window of unknown length has no end");
        };
    }

    /** The same period one year before: the same date, ISO week number, month; absent if that year has none such. */
    public Optional<Window> previousYear() {
        return yearsLater(-1);
    }

    /** The period whose {@link #previousYear} this is, if there is one. */
    public Optional<Window> nextYear() {
        return yearsLater(1);
    }

    /** {@code cell|granularity|start}. */
    public String key(String cell) {
        return KeyText.append(KeyText.append(cell, granularity.name()), start.toString());
    }

    private Optional<Window> yearsLater(int years) {
        return switch (granularity) {
            case DAY ->
                start.getMonthValue() == 2 && start.getDayOfMonth() == 29
                        ? Optional.empty()
                        : Optional.of(new Window(granularity, start.plusYears(years)));
            case WEEK -> weekOfYear(years);
            case MONTH, YEAR -> Optional.of(new Window(granularity, start.plusYears(years)));
            case UNKNOWN -> Optional.empty();
        };
    }

    private Optional<Window> weekOfYear(int years) {
        // The Thursday of an ISO week lies in the year that the week belongs to.
        LocalDate thursday = start.plusDays(3);
        int year = thursday.getYear() + years;
        LocalDate other = monday(LocalDate.of(year, 1, 4)).plusWeeks((thursday.getDayOfYear() - 1) / 7);
        return other.plusDays(3).getYear() == year
                ? Optional.of(new Window(Granularity.WEEK, other))
                : Optional.empty();
    }

    private static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }
}
