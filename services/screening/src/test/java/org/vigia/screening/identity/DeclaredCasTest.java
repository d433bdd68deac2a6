package org.vigia.screening.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.schemas.substance.CasNumber;

class DeclaredCasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "79099-07-3",
                "1-BOC-4-PIPERIDONE CAS 79099-07-3",
                "CAS:79099-07-3, 25 kg drum",
                "(79099\u201307\u20133)",
                "79099\u221207\u22123",
                "\u00a079099-07-3\u00a0",
                "lot 2024-11 cas no.79099-07-3."
            })
    void aNumberIsFoundWhereverItStands(String text) {
        assertThat(DeclaredCas.in(text).verified()).containsExactly(new CasNumber("79099-07-3"));
        assertThat(DeclaredCas.in(text).failed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "279099-07-35", "tel. 1-79099-07-3-44", "CAS79099", "108247"})
    void whatIsPartOfSomethingLongerIsNot(String text) {
        assertThat(DeclaredCas.in(text).verified()).isEmpty();
    }

    @Test
    void severalNumbersAreKeptInOrderAndThoseThatFailApart() {
        DeclaredCas cas = DeclaredCas.in("108-24-7 | 1609-66-5 | 67-64-1 | 108-24-7");
        assertThat(cas.verified()).containsExactly(new CasNumber("108-24-7"), new CasNumber("67-64-1"));
        assertThat(cas.failed()).containsExactly("1609-66-5");
    }
}
