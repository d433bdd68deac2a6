package org.vigia.trends.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.vigia.trends.state.Measures;

class SumsTest {

    @Test
    void additionDoesNotDependOnOrder() {
        qt().forAll(measures(), measures(), measures())
                .check((a, b, c) -> Sums.same(Sums.plus(Sums.plus(a, b), c), Sums.plus(a, Sums.plus(c, b))));
    }

    @Test
    void subtractionUndoesAddition() {
        qt().forAll(measures(), measures()).check((a, b) -> Sums.same(Sums.minus(Sums.plus(a, b), b), a));
    }

    @Test
    void aSumBeyond64BitsIsPublishedAsTheLargestAndComesBackExactly() {
        Measures large = new Measures(1L, Long.MAX_VALUE, 0L, 0L, 0L);
        Measures more = new Measures(1L, 7L, 0L, 0L, 0L);

        Measures sum = Sums.plus(large, more);

        assertThat(Sums.figures(sum, false).getMicrograms()).isEqualTo(Long.MAX_VALUE);
        assertThat(Sums.figures(Sums.minus(sum, large), false)).isEqualTo(Sums.figures(more, false));
    }

    @Test
    void aChangeMayBeLessThanNothing() {
        assertThat(Sums.change(new Measures(-1L, -7L, 0L, 0L, 0L), false).getMicrograms())
                .isEqualTo(-7L);
    }

    @Test
    void publishedFiguresLackAMorphineEquivalentWithoutFactor() {
        Measures measures = new Measures(1L, 2L, 3L, 4L, 5L);

        assertThat(Sums.figures(measures, true).getMorphineEquivalentMicrograms())
                .isEqualTo(5L);
        assertThat(Sums.figures(measures, false).getMorphineEquivalentMicrograms())
                .isNull();
    }

    private static Gen<Measures> measures() {
        Gen<Long> part = longs().between(-1_000_000_000_000L, 1_000_000_000_000L);
        return part.zip(part, part, part, part, Measures::new);
    }
}
