package org.vigia.trends.operational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HoppingWindowsTest {

    private final HoppingWindows windows = new HoppingWindows(28, 7, 14);

    @Test
    void aTimeLiesInEveryWindowThatHoldsIt() {
        assertThat(windows.starts(30)).containsExactly(7L, 14L, 21L, 28L);
        assertThat(windows.starts(-1)).containsExactly(-28L, -21L, -14L, -7L);
        assertThat(new HoppingWindows(10, 7, 0).starts(12)).containsExactly(7L);
        assertThat(new HoppingWindows(10, 7, 0).starts(9)).containsExactly(0L, 7L);
    }

    @Test
    void aWindowClosesWhenItsGraceEnds() {
        assertThat(windows.isClosed(0, 41)).isFalse();
        assertThat(windows.isClosed(0, 42)).isTrue();
    }

    @Test
    void everyWindowClosesOnceBetweenItsFirstClaimAndAnyLaterTime() {
        qt().forAll(longs().between(-1_000, 1_000), longs().between(0, 500)).check((from, step) -> {
            List<Long> closing = windows.closing(from, from + step);
            return LongStream.rangeClosed(-200, 200)
                    .map(k -> k * 7)
                    .filter(start -> start <= from)
                    .filter(start -> !windows.isClosed(start, from) && windows.isClosed(start, from + step))
                    .boxed()
                    .sorted(java.util.Comparator.reverseOrder())
                    .toList()
                    .equals(closing);
        });
    }
}
