package org.vigia.trends.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.vigia.events.TrendSeries;

class KeyTextTest {

    private static final List<String> PIECES = List.of("|", "\\", "a", "", "MX-SIN", "ñ", "\\|");

    @Test
    void anyPartsComeBackFromTheirKey() {
        qt().forAll(lists().of(text()).ofSizeBetween(1, 6))
                .check(parts -> KeyText.split(KeyText.join(parts.toArray(String[]::new)))
                        .equals(parts));
    }

    @Test
    void appendingIsJoiningOnePartMore() {
        qt().forAll(text(), text(), text())
                .check((a, b, c) -> KeyText.append(KeyText.join(a, b), c).equals(KeyText.join(a, b, c)));
    }

    @Test
    void aPlainKeyReadsAsItIsWritten() {
        Cell cell = new Cell(TrendSeries.SEIZURES, "fentanyl", "US", "SAN DIEGO | FIELD", "OFO");

        assertThat(cell.key()).isEqualTo("SEIZURES|fentanyl|US|SAN DIEGO \\| FIELD|OFO");
        assertThat(Cell.parse(cell.key())).isEqualTo(cell);
    }

    @Test
    void aKeyOfOtherPartsIsRefused() {
        assertThatThrownBy(() -> Cell.parse("SEIZURES|fentanyl"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SEIZURES|fentanyl");
    }

    private static Gen<String> text() {
        return lists().of(integers().between(0, PIECES.size() - 1).map(PIECES::get))
                .ofSizeBetween(0, 4)
                .map(pieces -> String.join("", pieces));
    }
}
