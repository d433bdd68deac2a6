package org.vigia.trends.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.core.Gen;
import org.vigia.events.Granularity;
import org.vigia.trends.claims.Sums;
import org.vigia.trends.state.CellSide;
import org.vigia.trends.state.Label;
import org.vigia.trends.state.PeriodPrecision;

class WindowTest {

    @Test
    void aClaimCountsInWindowsAtLeastAsLongAsItsPrecision() {
        assertThat(windows("2024-03-05", PeriodPrecision.DAY))
                .containsExactly(
                        window(Granularity.DAY, "2024-03-05"),
                        window(Granularity.WEEK, "2024-03-04"),
                        window(Granularity.MONTH, "2024-03-01"),
                        window(Granularity.YEAR, "2024-01-01"));
        assertThat(windows("2024-03-01", PeriodPrecision.MONTH))
                .containsExactly(window(Granularity.MONTH, "2024-03-01"), window(Granularity.YEAR, "2024-01-01"));
        assertThat(windows("2024-01-01", PeriodPrecision.YEAR)).containsExactly(window(Granularity.YEAR, "2024-01-01"));
    }

    @Test
    void everyWindowOfADayHoldsIt() {
        qt().forAll(days())
                .check(day -> windows(day.toString(), PeriodPrecision.DAY).stream()
                        .allMatch(window ->
                                !window.start().isAfter(day) && window.end().isAfter(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "DAY,2025-03-05,2024-03-05",
        "DAY,2025-02-28,2024-02-28",
        "DAY,2024-02-29,",
        "MONTH,2025-02-01,2024-02-01",
        "YEAR,2025-01-01,2024-01-01",
        "WEEK,2024-12-30,2024-01-01",
        "WEEK,2020-12-28,",
        "WEEK,2021-01-04,2019-12-30",
        "WEEK,2016-01-04,2014-12-29",
    })
    void thePreviousYearIsTheSamePeriodOrAbsent(Granularity granularity, String start, String previous) {
        Optional<Window> expected = Optional.ofNullable(previous).map(day -> window(granularity, day));

        assertThat(window(granularity, start).previousYear()).isEqualTo(expected);
    }

    @Test
    void thePreviousYearOfAWeekHasItsNumberInTheYearBefore() {
        qt().forAll(days()).check(day -> {
            Window week = windows(day.toString(), PeriodPrecision.DAY).get(1);
            int number = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            int year = day.get(IsoFields.WEEK_BASED_YEAR);
            return week.previousYear()
                    .map(Window::start)
                    .map(start -> start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == number
                            && start.get(IsoFields.WEEK_BASED_YEAR) == year - 1
                            && start.getDayOfWeek().getValue() == 1)
                    .orElse(number == 53);
        });
    }

    @Test
    void nextYearIsTheInverseOfPreviousYear() {
        qt().forAll(days())
                .check(day -> windows(day.toString(), PeriodPrecision.DAY).stream()
                        .allMatch(window -> inverse(window.nextYear(), Window::previousYear, window)
                                && inverse(window.previousYear(), Window::nextYear, window)));
    }

    private static boolean inverse(
            Optional<Window> other, java.util.function.Function<Window, Optional<Window>> back, Window window) {
        return other.map(o -> back.apply(o).equals(Optional.of(window))).orElse(true);
    }

    private static Gen<LocalDate> days() {
        return integers().between(-10_000, 40_000).map(day -> LocalDate.ofEpochDay(day));
    }

    private static List<Window> windows(String day, PeriodPrecision precision) {
        long start =
                LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return Window.of(new CellSide(start, precision, Label.GREEN, Sums.ZERO));
    }

    private static Window window(Granularity granularity, String start) {
        return new Window(granularity, LocalDate.parse(start));
    }
}
