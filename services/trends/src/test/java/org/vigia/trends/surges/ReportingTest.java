package org.vigia.trends.surges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReportingTest {

    private static final Area HERE = new Area("MX", "MX-COL");
    private static final Area THERE = new Area("MX", "MX-SON");

    @Test
    void theLatestMonthIsNotComplete() {
        Reporting reporting = of(30L, 30L, 30L);

        assertThat(reporting.complete()).containsExactly(0, 1);
        assertThat(reporting.has(2)).isTrue();
        assertThat(reporting.latest()).isEqualTo(2);
    }

    @Test
    void aMonthWithoutAnyClaimIsNotReported() {
        Reporting reporting = of(30L, 0L, 30L, 30L);

        assertThat(reporting.complete()).containsExactly(0, 2);
        assertThat(reporting.has(1)).isFalse();
    }

    @Test
    void aMonthOfWhichOnlyAPartHasComeIsNotComplete() {
        assertThat(of(30L, 30L, 30L, 10L, 30L, 30L, 30L, 30L).complete()).containsExactly(0, 1, 2, 4, 5, 6);
        // Nothing has come after it yet that says whether this is how it stays.
        assertThat(of(30L, 30L, 30L, 10L, 30L).complete()).containsExactly(0, 1, 2);
    }

    @Test
    void aFallThatLastsIsNoPart() {
        assertThat(of(30L, 30L, 30L, 10L, 10L, 10L, 10L, 10L).complete()).contains(3);
    }

    @Test
    void asmallAgencyMayHaveNearlyNothing() {
        assertThat(of(4L, 5L, 4L, 1L, 4L, 5L).complete()).contains(3);
    }

    @Test
    void anAreaIsReportedFromItsFirstClaimOn() {
        Reporting reporting = Reporting.of(Map.of(HERE, months(30L, 30L, 30L, 30L), THERE, months(0L, 0L, 5L, 0L)));

        assertThat(reporting.covers(THERE, 1)).isFalse();
        assertThat(reporting.covers(THERE, 2)).isTrue();
        assertThat(reporting.covers(new Area("MX", "MX-JAL"), 2)).isFalse();
    }

    @Test
    void nothingIsReportedByAnAgencyWhoseClaimsWereAllTakenBack() {
        Reporting reporting = of(0L, 0L);

        assertThat(reporting.complete()).isEmpty();
        assertThat(reporting.reported()).isEmpty();
    }

    private static Reporting of(Long... counts) {
        return Reporting.of(Map.of(HERE, months(counts)));
    }

    private static NavigableMap<Integer, Long> months(Long... counts) {
        NavigableMap<Integer, Long> months = new TreeMap<>();
        for (Long count : List.of(counts)) {
            months.put(months.size(), count);
        }
        return months;
    }
}
