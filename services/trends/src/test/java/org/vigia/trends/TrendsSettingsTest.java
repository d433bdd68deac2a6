package org.vigia.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigia.runtime.streams.StoreKind;

class TrendsSettingsTest {

    @Test
    void theDefaultsAreFourWeeksEveryWeek() {
        assertThat(TrendsSettings.defaults())
                .isEqualTo(new TrendsSettings(
                        Duration.ofDays(28), Duration.ofDays(7), Duration.ofDays(14), StoreKind.ROCKSDB));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,PT1S,PT0S,longer than nothing",
        "P4000D,P1D,PT0S,3660",
        "P7D,P8D,PT0S,at most its size",
        "P7D,PT0S,PT0S,more than nothing",
        "P7D,P1D,-PT1S,from 0"
    })
    void aDurationOutOfRangeIsRefused(Duration size, Duration advance, Duration grace, String message) {
        assertThatThrownBy(() -> new TrendsSettings(size, advance, grace, StoreKind.MEMORY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
