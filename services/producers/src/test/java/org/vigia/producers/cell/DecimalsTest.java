package org.vigia.producers.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.events.RejectionReason;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({"68.576,68.576", "1e3,1000", "+7,7", ".5,0.5", "0.0,0", "100,100", "1.50,1.5", "-0,0"})
    void readsPlainDecimalsIntoOneForm(String text, String canonical) {
        BigDecimal number = Decimals.of(Cell.of("q", text), "q");

        assertThat(number).isNotNull();
        assertThat(Decimals.canonical(number)).isEqualTo(canonical);
    }

    @Test
    void namesBothReadingsOfACommaAndChoosesNone() {
        assertThat(Cell.reason(() -> Decimals.of(Cell.of("q", "68,576"), "q")))
                .isEqualTo(RejectionReason.AMBIGUOUS_NUMBER);
        assertThat(Cell.detail(() -> Decimals.of(Cell.of("q", "68,576"), "q")))
                .contains("68576 if", "68.576 if", "Column q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234.56", "1.234,56", "1,234,567", "0,5"})
    void neverReadsAComma(String text) {
        assertThat(Cell.reason(() -> Decimals.of(Cell.of("q", text), "q"))).isEqualTo(RejectionReason.AMBIGUOUS_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.2.3", "12kg", "٣", "NaN", "Infinity", "1e999999999", "0x10", "--1", ",", "1 000"})
    void refusesWhatIsNoNumber(String text) {
        assertThat(Cell.reason(() -> Decimals.of(Cell.of("q", text), "q"))).isEqualTo(RejectionReason.INVALID_NUMBER);
    }

    @Test
    void countsAreWholeAndNotNegative() {
        assertThat(Decimals.count(Cell.of("n", "3.0"), "n")).isEqualTo(3);
        assertThat(Cell.reason(() -> Decimals.count(Cell.of("n", "1.5"), "n")))
                .isEqualTo(RejectionReason.INVALID_NUMBER);
        assertThat(Cell.reason(() -> Decimals.count(Cell.of("n", "-1"), "n")))
                .isEqualTo(RejectionReason.NEGATIVE_QUANTITY);
        assertThat(Cell.reason(() -> Decimals.count(Cell.of("n", "1e20"), "n")))
                .isEqualTo(RejectionReason.OUT_OF_RANGE);
    }
}
