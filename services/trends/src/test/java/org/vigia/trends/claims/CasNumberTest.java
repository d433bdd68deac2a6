package org.vigia.trends.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CasNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"21409-26-7", "39742-60-4", "103-79-7", "108-24-7", "2167189-50-4", "64-17-5"})
    void numbersWhoseCheckDigitHoldsAreValid(String text) {
        assertThat(CasNumber.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1609-66-5", "21409-26-8", "CAS79099", "79099", "21409-267", "021-40-9", "", "64-17-5 "})
    void othersAreNot(String text) {
        assertThat(CasNumber.isValid(text)).isFalse();
    }
}
