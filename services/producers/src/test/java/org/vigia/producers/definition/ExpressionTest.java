package org.vigia.producers.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.RowRejection;

class ExpressionTest {

    private static final Cells ROW = cells(Map.of("Lab #", "NON-ISP", "County", "Jay (38)", "n", "12"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    row['Lab #']                                    | NON-ISP
                    row['Lab #'] == 'NON-ISP' ? row['County'] : 'x' | Jay (38)
                    row['County'].split(' (')[0]                    | Jay
                    int(row['n']) + 1                               | 13
                    double(row['n']) / 8.0                          | 1.5
                    row['County'].matches('^J.*[0-9]+.$')           | true
                    row['n'].lowerAscii() == ''                     | false
                    row['absent']                                   | ``
                    """)
    void worksOutACell(String expression, String expected) {
        assertThat(Expression.of(expression).text(ROW)).isEqualTo(expected);
    }

    @Test
    void knowsTheColumnsItLooksAt() {
        assertThat(Expression.of("row['a'] == '' && row['b'].size() > 3").columns())
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void refusesARowForWhichItCannotBeWorkedOut() {
        assertThatThrownBy(() -> Expression.of("int(row['County'])").text(ROW))
                .isInstanceOf(RowRejection.class)
                .hasMessageContaining("column County cannot be worked out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"row", "row['a'].replace('a', 'b')", "[1, 2]", "row['a'", "unknown", "row.exists(k, k == '')"})
    void refusesWhatIsNoUseOrUnbounded(String expression) {
        assertThatThrownBy(() -> Expression.of(expression)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnExpressionThatIsTooLarge() {
        String large = "'" + "x".repeat(Expression.SIZE_LIMIT) + "'";

        assertThatThrownBy(() -> Expression.of(large)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsLoopsInLoops() {
        // given: 20 x 20 x 20 x 20 iterations
        String list = IntStream.range(0, 20).boxed().toList().toString();
        Expression loops =
                Expression.of("%1$s.all(a, %1$s.all(b, %1$s.all(c, %1$s.all(d, a + b + c + d >= 0))))".formatted(list));

        // then
        assertThatThrownBy(() -> loops.text(ROW)).isInstanceOf(RowRejection.class);
    }

    @Test
    void refusesACellThatIsTooLarge() {
        Cells row = cells(Map.of("a", "x".repeat(Expression.CELL_LIMIT + 1)));

        assertThatThrownBy(() -> Expression.of("row['a']").text(row))
                .isInstanceOf(RowRejection.class)
                .hasMessageContaining("longer than 10000 characters");
    }

    private static Cells cells(Map<String, String> texts) {
        return column -> texts.getOrDefault(column, "");
    }
}
