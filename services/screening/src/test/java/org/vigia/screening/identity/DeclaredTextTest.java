package org.vigia.screening.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "acetic anhydride, 200 kg drums; acetic anhydride",
                "acetic anhydride,200 kg drums; acetic anhydride",
                "200 kg drums (acetic anhydride); acetic anhydride",
                "solvents: acetone/toluene; toluene",
                "Acetic anhydride - technical grade; acetic anhydride",
                "acetone(99%); acetone",
                "acetone | toluene; acetone",
                "1-BOC-4-PIPERIDONE CAS 79099-07-3; 1-boc-4-piperidone",
                "CAS No. 79099-07-3 1-boc-4-piperidone; 1-boc-4-piperidone",
                "3,4-MDP-2-P methyl glycidate, 25 kg; 3,4-MDP-2-P methyl glycidate",
                "T-BUTYL 4-((3-FLUOROPHENYL)AMINO)PIPERIDINE CARBOXYLATE, 1 kg; t-butyl 4-((3-fluorophenyl)amino)piperidine carboxylate",
                "Phenylacetic acid, salts and esters, in bags; phenylacetic acid, salts and esters"
            })
    void aSeparatedPhraseIsFound(String text, String name) {
        assertThat(DeclaredText.of(text).phrases()).contains(new NormalisedName(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "acetic anhydride 200 kg; acetic anhydride",
                "2,4-AP mixture; 4-AP",
                "2,4-anilinopiperidine; 4-anilinopiperidine",
                "N,N-dimethylaniline; N-dimethylaniline",
                "1-(piperidine)ethanol; piperidine",
                "bis(benzene)chromium; benzene",
                "acetone-toluene; acetone",
                "nail polish remover with acetone; acetone"
            })
    void aPieceOfANameIsNot(String text, String name) {
        assertThat(DeclaredText.of(text).phrases()).doesNotContain(new NormalisedName(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "4-AP",
                "4-AP CAS 23056-29-3",
                "4-AP (CAS No. 23056-29-3)",
                "CAS: 23056-29-3, 4-AP",
                "4-AP [23056-29-3]",
                "4-AP, CAS#: 23056-29-3",
                "4-AP C.A.S. N\u00b0 23056-29-3",
                "cas reg. no. 23056-29-3 4-AP"
            })
    void theWholeTextIsReadWithoutItsCasNumber(String text) {
        assertThat(DeclaredText.of(text).whole()).isEqualTo(new NormalisedName("4-AP"));
    }

    @Test
    void aTextOfSeparatorsHasNoName() {
        DeclaredText text = DeclaredText.of(";;; , / ()".repeat(200));
        assertThat(text.phrases())
                .allSatisfy(phrase -> assertThat(phrase.letters()).isZero());
        assertThat(DeclaredText.of("").phrases()).isEmpty();
    }
}
