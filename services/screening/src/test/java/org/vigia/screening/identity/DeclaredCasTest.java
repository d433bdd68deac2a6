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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "79099\u00ad07\u00ad3",
                "79099\u00a0-\u00a007 -3",
                "\u200b79099\u201107\u20113\u00a0",
                "79099\u204307\u20433"
            })
    void aCellOfOneNumberMayHoldHyphensAndBlanksOfAnyKind(String cell) {
        assertThat(DeclaredCas.inCell(cell).verified()).containsExactly(new CasNumber("79099-07-3"));
    }

    @Test
    void aNumberInACellIsJudgedByItsCheckDigitOnceItIsPlain() {
        assertThat(DeclaredCas.inCell("79099\u00ad07\u00ad4").failed()).containsExactly("79099-07-4");
    }

    @Test
    void aCellMayHoldSeveralNumbers() {
        assertThat(DeclaredCas.inCell("108-24-7 - 67-64-1").verified())
                .containsExactly(new CasNumber("108-24-7"), new CasNumber("67-64-1"));
    }

    @Test
    void severalNumbersAreKeptInOrderAndThoseThatFailApart() {
        DeclaredCas cas = DeclaredCas.in("108-24-7 | 1609-66-5 | 67-64-1 | 108-24-7");
        assertThat(cas.verified()).containsExactly(new CasNumber("108-24-7"), new CasNumber("67-64-1"));
        assertThat(cas.failed()).containsExactly("1609-66-5");
    }
}
