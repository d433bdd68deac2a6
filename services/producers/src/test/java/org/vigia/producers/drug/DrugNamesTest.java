package org.vigia.producers.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrugNamesTest {

    private final DrugNames names = DrugNames.shipped();

    @ParameterizedTest
    @CsvSource({
        "Fentanyl,fentanyl", "FENTANILO,fentanyl", "Marijuana,cannabis", "marihuana,cannabis", "Maconha,cannabis",
        "Cocaína,cocaine", "COCAINA,cocaine", "Méthamphétamine,methamphetamine", "Ecstasy,mdma", "Lsd,lsd",
        "Khat (Catha Edulis),khat", "Other  Drugs,other", "Heroína,heroin", "hachís,cannabis resin"
    })
    void knowsDrugsInFourLanguages(String declared, String canonical) {
        assertThat(names.canonical(declared)).isEqualTo(canonical);
        assertThat(names.knows(declared)).isTrue();
    }

    @Test
    void normalisesWhatItDoesNotKnow() {
        assertThat(names.canonical("  Ｎew   Substance Ñ ")).isEqualTo("new substance ñ");
        assertThat(names.knows("new substance")).isFalse();
    }

    @Test
    void refusesATableThatContradictsItself() {
        assertThatThrownBy(() -> DrugNames.read(table("canonical,synonyms,source\na,x,s\nb,x,s\n")))
                .hasMessageContaining("both a and b");
        assertThatThrownBy(() -> DrugNames.read(table("canonical,synonyms,source\na,x,\n")))
                .hasMessageContaining("source");
    }

    private static BufferedReader table(String text) {
        return new BufferedReader(new StringReader(text));
    }
}
