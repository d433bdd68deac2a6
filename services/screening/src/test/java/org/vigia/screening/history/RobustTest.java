package org.vigia.screening.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where values usually lie. */
class RobustTest {

    @Test
    void outliersDoNotMoveTheMedian() {
        Robust robust = Robust.of(List.of(9.0, 10.0, 11.0, 10.0, 100_000.0));

        assertThat(robust.median()).isCloseTo(10, offset(1e-9));
        assertThat(robust.ratio(40)).isCloseTo(4, offset(1e-9));
        assertThat(robust.deviations(40)).isGreaterThan(5);
        assertThat(robust.deviations(10)).isCloseTo(0, offset(1e-9));
    }

    @Test
    void aSteadySeriesStillAllowsForATenth() {
        Robust robust = Robust.of(List.of(5.0, 5.0, 5.0));

        assertThat(robust.deviation()).isEqualTo(Robust.LEAST_DEVIATION);
    }

    @Test
    void valuesMustBePositive() {
        assertThatThrownBy(() -> Robust.of(List.of(1.0, 0.0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Robust.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
