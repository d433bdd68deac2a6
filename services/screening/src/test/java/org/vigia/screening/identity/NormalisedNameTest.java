package org.vigia.screening.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisedNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACETIC ANHYDRIDE | acetic anhydride",
                "Acetic\u00a0 anhydride | acetic anhydride",
                "acetic-anhydride | acetic anhydride",
                "Anh\u00eddrido ac\u00e9tico | anhidrido acetico",
                "Anhi\u0301drido ace\u0301tico | anhidrido acetico",
                "4\u2013AP | 4 ap",
                "4\u2010\u200bAP | 4 ap",
                "4\u2212AP | 4 ap",
                "\uff14\uff0d\uff21\uff30 | 4 ap",
                "2,2\u2032-bipyridine | 2,2' bipyridine",
                "2,2\u2019-bipyridine | 2,2' bipyridine",
                "2,2\u00b4-bipyridine | 2,2' bipyridine",
                "N\u2033-x | n'' x",
                "Stra\u00dfe | strasse",
                "\u0110inh \u0142 \u00f8 | dinh l o",
                "ace\u00adtone | acetone",
                "\u2014 acetone \u2014 | acetone",
                "\u4e19\u916e | \u4e19\u916e"
            })
    void spellingsOfOneNameAreOne(String spelled, String normalised) {
        assertThat(new NormalisedName(spelled).value()).isEqualTo(normalised);
    }

    @Test
    void whatTellsSubstancesApartIsKept() {
        assertThat(new NormalisedName("1,4-butanediol")).isNotEqualTo(new NormalisedName("14-butanediol"));
        assertThat(new NormalisedName("methyl (ethyl)")).isNotEqualTo(new NormalisedName("methyl ethyl"));
        assertThat(new NormalisedName("ephedrine")).isNotEqualTo(new NormalisedName("pseudoephedrine"));
    }

    @Test
    void normalisingTwiceChangesNothing() {
        qt().withExamples(5_000)
                .forAll(strings().allPossible().ofLengthBetween(0, 12))
                .check(NormalisedNameTest::isNormalisedForGood);
    }

    @Test
    void theShortWayForAsciiIsTheGeneralWay() {
        qt().withExamples(5_000)
                .forAll(strings().basicLatinAlphabet().ofLengthBetween(0, 12))
                .check(text -> new NormalisedName(text + "e").equals(new NormalisedName(text + "\u00e9")));
    }

    @Test
    void noCharacterOfUnicodeIsAnException() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(Character::isDefined)
                        .filter(c -> !isNormalisedForGood("a" + Character.toString(c) + "b"))
                        .mapToObj(Integer::toHexString))
                .isEmpty();
    }

    @Test
    void dashesAndBlanksAreInterchangeable() {
        qt().forAll(strings().betweenCodePoints('a', 'z').ofLengthBetween(1, 8))
                .check(word -> new NormalisedName(word + "-" + word)
                        .equals(new NormalisedName(
                                "  " + word + " \u2013  " + word.toUpperCase(java.util.Locale.ROOT))));
    }

    @Test
    void lettersAreCountedWithoutDigitsAndSigns() {
        assertThat(new NormalisedName("4-AP").letters()).isEqualTo(2);
        assertThat(new NormalisedName("4-ANPP").letters()).isEqualTo(4);
    }

    private static boolean isNormalisedForGood(String text) {
        String once = new NormalisedName(text).value();
        return new NormalisedName(once).value().equals(once);
    }
}
