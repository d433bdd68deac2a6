package org.vigia.trends.surges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.trends.surges.Fixtures.JANUARY_2020;
import static org.vigia.trends.surges.Fixtures.change;
import static org.vigia.trends.surges.Fixtures.reported;
import static org.vigia.trends.surges.Fixtures.series;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DisplacementDetectorTest {

    private final DisplacementDetector detector = new DisplacementDetector(DisplacementSettings.of(null));

    @Test
    void whatMovesToANeighbourIsDatedByTheMonthOfTheChange() {
        List<Displacement> found = find(change(24, 8, 8, 2), change(24, 8, 8, 14));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().month()).isEqualTo(JANUARY_2020 + 24);
        assertThat(found.getFirst().strongest().fall().meanAfter()).isEqualTo(2);
        assertThat(found.getFirst().strongest().rise().meanAfter()).isEqualTo(14);
    }

    @Test
    void aFallAloneAndARiseAloneAreNone() {
        assertThat(find(change(24, 8, 8, 2), change(24, 8, 8, 8))).isEmpty();
        assertThat(find(change(24, 8, 8, 8), change(24, 8, 8, 14))).isEmpty();
    }

    @Test
    void aSeasonThatBothShareIsNone() {
        long[] counts = new long[48];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = i % 12 < 6 ? 20 : 4;
        }
        assertThat(find(counts, counts)).isEmpty();
    }

    @Test
    void aShortChangeIsNone() {
        long[] here = change(36, 8, 0, 0);
        long[] there = change(36, 8, 0, 0);
        for (int month = 20; month < 22; month++) {
            here[month] = 0;
            there[month] = 16;
        }
        assertThat(find(here, there)).isEmpty();
    }

    @Test
    void growthThatDwarfsTheFallIsNone() {
        assertThat(find(change(24, 8, 8, 2), change(24, 8, 8, 80))).isEmpty();
    }

    /** The partner of the first port has sent nothing for the last months: that is silence, not a fall. */
    @Test
    void monthsThatWereNotReportedAreNoFall() {
        Series here = series("MX-COL", change(24, 8, 8, 0));
        ReportedSeries silent = new ReportedSeries(here, Reporting.of(Map.of(here.area(), reportedMonths(24))));

        assertThat(detector.find(silent, List.of(reported(series("MX-SON", change(24, 8, 8, 14)))), JANUARY_2020))
                .isEmpty();
    }

    /** Both ports have reported three whole months of the new state and a few days of a fourth. */
    @Test
    void aMonthThatHasOnlyBegunDoesNotCount() {
        Series here = series("MX-COL", change(24, 8, 4, 2));
        Series there = series("MX-SON", change(24, 8, 4, 14));
        NavigableMap<Integer, Long> months = reportedMonths(28);

        assertThat(detector.find(
                        new ReportedSeries(here, Reporting.of(Map.of(here.area(), months))),
                        List.of(new ReportedSeries(there, Reporting.of(Map.of(there.area(), months)))),
                        JANUARY_2020))
                .isEmpty();
        months.put(JANUARY_2020 + 28, 1L);
        assertThat(detector.find(
                        new ReportedSeries(here, Reporting.of(Map.of(here.area(), months))),
                        List.of(new ReportedSeries(there, Reporting.of(Map.of(there.area(), months)))),
                        JANUARY_2020))
                .hasSize(1);
    }

    @Test
    void severalNeighboursThatRiseGiveOneDisplacement() {
        List<Displacement> found = detector.find(
                reported(series("MX-COL", change(24, 12, 12, 2))),
                List.of(
                        reported(series("MX-MIC", change(24, 4, 12, 10))),
                        reported(series("MX-SON", change(26, 4, 10, 9))),
                        reported(series("MX-JAL", change(24, 4, 12, 4)))),
                JANUARY_2020);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().strongest().to().series().cell().area()).isEqualTo("MX-MIC");
        assertThat(found.getFirst().others())
                .extracting(move -> move.to().series().cell().area())
                .containsExactly("MX-SON");
    }

    @Test
    void noiseGivesNearlyNone() {
        Random random = new Random(11);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            found += find(
                            random.ints(72, 2, 15).asLongStream().toArray(),
                            random.ints(72, 2, 15).asLongStream().toArray())
                    .size();
        }
        assertThat(found).isZero();
    }

    private List<Displacement> find(long[] here, long[] there) {
        return detector.find(
                reported(series("MX-COL", here)), List.of(reported(series("MX-SON", there))), JANUARY_2020);
    }

    private static NavigableMap<Integer, Long> reportedMonths(int months) {
        NavigableMap<Integer, Long> reported = new TreeMap<>();
        for (int i = 0; i < months; i++) {
            reported.put(JANUARY_2020 + i, 15L);
        }
        return reported;
    }
}
