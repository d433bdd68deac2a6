package org.vigia.trends.surges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpectedCountTest {

    private static final double Z = 4;

    @Test
    void theLimitIsThatOfFarringtonForPoissonCounts() {
        ExpectedCount expected = ExpectedCount.of(Collections.nCopies(9, 4L), List.of(), Z);

        double variance = 4 * (1 + Math.PI / 2 / 9);
        assertThat(expected.median()).isEqualTo(4);
        assertThat(expected.dispersion()).isEqualTo(1);
        assertThat(expected.limit())
                .isCloseTo(4 * Math.pow(1 + 2.0 / 3 * Z * Math.sqrt(variance) / 4, 1.5), within(1e-9));
    }

    @Test
    void oneEarlierSurgeDoesNotRaiseTheLimit() {
        ExpectedCount calm = ExpectedCount.of(List.of(4L, 5L, 4L, 3L, 4L, 5L, 4L, 3L, 4L), List.of(), Z);
        ExpectedCount after = ExpectedCount.of(List.of(4L, 5L, 4L, 3L, 400L, 5L, 4L, 3L, 4L), List.of(), Z);

        assertThat(after.limit()).isCloseTo(calm.limit(), within(2.0));
    }

    @Test
    void theLimitIsHigherWhereCountsVaryMoreAndWhereThereAreFewer() {
        double calm = ExpectedCount.of(List.of(20L, 20L, 20L, 21L, 20L, 19L), List.of(), Z)
                .limit();
        double wild = ExpectedCount.of(List.of(5L, 40L, 20L, 60L, 20L, 2L), List.of(), Z)
                .limit();
        double few = ExpectedCount.of(List.of(20L, 20L, 20L), List.of(), Z).limit();

        assertThat(wild).isGreaterThan(calm);
        assertThat(few).isGreaterThan(calm);
    }

    @Test
    void monthsOfASeasonThatHappenToBeAlikeDoNotHideHowMuchCountsVary() {
        List<Long> lately = List.of(2L, 30L, 8L, 25L, 4L, 40L, 10L, 3L, 28L, 9L, 1L, 33L);

        assertThat(ExpectedCount.of(List.of(8L, 8L, 8L), lately, Z).limit())
                .isGreaterThan(
                        3 * ExpectedCount.of(List.of(8L, 8L, 8L), List.of(), Z).limit());
    }

    @Test
    void nothingBeforeLeavesRoomForAFew() {
        ExpectedCount expected = ExpectedCount.of(Collections.nCopies(9, 0L), List.of(), Z);

        assertThat(expected.limit()).isBetween(3.0, 10.0);
        assertThat(expected.ratio(12)).isEqualTo(12);
    }

    /** Of counts that are Poisson in truth, the limit must be passed as seldom as it says, also where they are small. */
    @Test
    void chanceSeldomPassesTheLimit() {
        Random random = new Random(42);
        for (double rate : new double[] {0.5, 2, 10, 50}) {
            int passed = 0;
            for (int i = 0; i < 20_000; i++) {
                List<Long> values = random.doubles(9)
                        .mapToObj(ignored -> poisson(random, rate))
                        .toList();
                if (poisson(random, rate)
                        > ExpectedCount.of(values, List.of(), 3).limit()) {
                    passed++;
                }
            }
            // The quantile of 3 stands for 27 of 20,000; estimates of nine values cost some of it.
            assertThat(passed).as("rate %s", rate).isLessThan(200);
        }
    }

    private static long poisson(Random random, double rate) {
        double limit = Math.exp(-rate);
        long count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
