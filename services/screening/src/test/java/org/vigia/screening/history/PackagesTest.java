package org.vigia.screening.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What packages hold, in the words in which they are declared. */
class PackagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40 drums of 200 kg | 8000",
                "720 sacos de 25 kg | 18000",
                "12 x 50 L | 600",
                "3 steel drums of 441 lbs | 600.1",
                "10 bags of 500 g | 5",
                "20 drums | -1",
                "1 carton | -1",
                "25 kg | -1"
            })
    void readsNumberAndContent(String text, double kilograms) {
        assertThat(Packages.kilograms(text).orElse(-1)).isCloseTo(kilograms, org.assertj.core.data.Offset.offset(0.01));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"630,000 tablets | 630000", "500 pastillas | 500", "12 comprimés | 12", "20 drums | -1"})
    void readsTablets(String text, double tablets) {
        assertThat(Packages.tablets(text).orElse(-1)).isEqualTo(tablets);
    }
}
