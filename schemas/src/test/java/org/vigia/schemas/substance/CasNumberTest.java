package org.vigia.schemas.substance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CasNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21409-26-7",
                "39742-60-4",
                "23056-29-3",
                "125541-22-2",
                "1609-66-1",
                "41661-47-6",
                "79099-07-3",
                "103-79-7",
                "108-24-7",
                "7722-64-7",
                "2167189-50-4",
                "60-29-7",
                "67-64-1"
            })
    void aPublishedNumberOfAPrecursorIsOne(String number) {
        assertThat(CasNumber.parse(number)).contains(new CasNumber(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1609-66-5", "108-24-8", "79099", "108247", "1-24-7", "108-2-47", "", "0-00-0", "12345678-90-1"})
    void anythingElseIsNone(String text) {
        assertThat(CasNumber.parse(text)).isEmpty();
    }

    @Test
    void leadingZerosAndBlanksAroundItAreDropped() {
        assertThat(CasNumber.parse(" 000108-24-7 ")).contains(new CasNumber("108-24-7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0108-24-7\u00a0",
                "108\u201124\u20117",
                "108\u201324\u22127",
                "108\u00ad24\u00ad7",
                "108\u00a0-\u202f24 - 7",
                "\u200b108-24-7\ufeff",
                "\uff11\uff10\uff18\uff0d\uff12\uff14\uff0d\uff17"
            })
    void hyphensAndBlanksMayBeOfAnyKind(String number) {
        assertThat(CasNumber.parse(number)).contains(new CasNumber("108-24-7"));
    }

    @Test
    void aWrongNumberCannotBeMadeAndTheMessageSaysWhatIsWrong() {
        assertThatThrownBy(() -> new CasNumber("1609-66-5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1609-66-5 fails its check digit; the last digit should be 1");
        assertThatThrownBy(() -> new CasNumber("0108-24-7")).hasMessageContaining("without leading zero");
    }

    @Test
    void ofTheTenPossibleLastDigitsOneIsRight() {
        qt().forAll(integers().between(10, 9_999_999), integers().between(0, 99))
                .check((first, second) -> IntStream.range(0, 10)
                                .filter(digit -> CasNumber.parse("%d-%02d-%d".formatted(first, second, digit))
                                        .isPresent())
                                .count()
                        == 1);
    }
}
