package org.vigia.screening.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.screening.Shipments.period;
import static org.vigia.screening.Shipments.withPeriods;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigia.events.ListingPeriod;
import org.vigia.events.TimePrecision;
import org.vigia.events.WatchListEntry;
import org.vigia.schemas.fixtures.Events;

class InForceTest {

    @ParameterizedTest
    @CsvSource({"2021-05-24, false", "2021-05-25, true", "2022-01-01, true", "2023-08-29, true", "2023-08-30, false"})
    void aPeriodRunsFromItsFirstDayUpToNotIncludingItsEnd(String date, boolean expected) {
        assertThat(inForce(date, period("2021-05-25", TimePrecision.DAY, "2023-08-30")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2022-03-31, false",
        "MONTH, 2022-04-01, true",
        "YEAR, 2021-12-31, false",
        "YEAR, 2022-01-01, true"
    })
    void aStartKnownToTheMonthOrYearCountsFromItsFirstDay(TimePrecision precision, String date, boolean expected) {
        assertThat(inForce(date, period("2022-04-15", precision, ""))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1970-01-01, true", "2023-08-29, true", "2023-08-30, false"})
    void withoutAStartItIsInForceUpToItsEnd(String date, boolean expected) {
        assertThat(inForce(date, period("", TimePrecision.UNKNOWN, "2023-08-30")))
                .isEqualTo(expected);
    }

    @Test
    void onceAListSaysWhenItsSilenceElsewhereSaysNothing() {
        ListingPeriod undated = period("", TimePrecision.UNKNOWN, "");
        ListingPeriod dated = period("2024-12-03", TimePrecision.DAY, "");
        assertThat(inForce("2024-12-02", undated, dated)).isFalse();
        assertThat(inForce("2024-12-03", undated, dated)).isTrue();
    }

    @Test
    void anEntryWithoutPeriodsIsInForceAtAnUnknownDate() {
        WatchListEntry entry = withPeriods(Events.listing("UN", "x", "", "2020-01-01"));
        assertThat(InForce.during(day("1970-01-01"), entry))
                .singleElement()
                .satisfies(p -> assertThat(p.from()).isNull());
    }

    @Test
    void ofSeveralPeriodsTheEarliestThatCoversTheDateIsFirst() {
        WatchListEntry entry = withPeriods(
                Events.listing("UN", "x", "", "2020-01-01"),
                period("2023-01-01", TimePrecision.DAY, ""),
                period("2021-01-01", TimePrecision.DAY, ""),
                period("2010-01-01", TimePrecision.DAY, "2012-01-01"));
        assertThat(InForce.during(day("2024-01-01"), entry))
                .extracting(InForce::from)
                .containsExactly(LocalDate.parse("2021-01-01"), LocalDate.parse("2023-01-01"));
        assertThat(InForce.during(day("2015-01-01"), entry)).isEmpty();
    }

    @Test
    void ofAMonthThePeriodThatCoversAllItsDaysIsFirst() {
        WatchListEntry entry = withPeriods(
                Events.listing("UN", "x", "", "2020-01-01"),
                period("2019-01-01", TimePrecision.DAY, "2021-05-25"),
                period("2020-01-01", TimePrecision.DAY, ""),
                period("2021-05-31", TimePrecision.DAY, ""),
                period("2021-06-01", TimePrecision.DAY, ""),
                period("2021-04-01", TimePrecision.DAY, "2021-05-01"));
        ShipmentDays may =
                new ShipmentDays(LocalDate.parse("2021-05-01"), LocalDate.parse("2021-05-31"), TimePrecision.MONTH);
        assertThat(InForce.during(may, entry))
                .extracting(InForce::from)
                .containsExactly(
                        LocalDate.parse("2020-01-01"), LocalDate.parse("2019-01-01"), LocalDate.parse("2021-05-31"));
    }

    private static boolean inForce(String date, ListingPeriod... periods) {
        WatchListEntry entry = withPeriods(Events.listing("UN", "x", "", "2020-01-01"), periods);
        return !InForce.during(day(date), entry).isEmpty();
    }

    private static ShipmentDays day(String day) {
        return new ShipmentDays(LocalDate.parse(day), LocalDate.parse(day), TimePrecision.DAY);
    }
}
