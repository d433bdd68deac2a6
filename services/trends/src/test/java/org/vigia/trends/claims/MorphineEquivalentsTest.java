package org.vigia.trends.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigia.events.TrendSeries;
import org.vigia.schemas.validity.QuantityLimits;

class MorphineEquivalentsTest {

    private static final long KILOGRAM = 1_000_000_000L;
    private final MorphineEquivalents equivalents = MorphineEquivalents.standard();

    @ParameterizedTest
    @CsvSource({
        "codeine,0.15",
        "hydrocodone,1",
        "hydromorphone,5",
        "methadone,4.7",
        "morphine,1",
        "oxycodone,1.5",
        "oxymorphone,3",
        "tapentadol,0.4",
        "tramadol,0.2",
        "fentanyl,100",
        "heroin,2"
    })
    void aKilogramIsMultipliedByTheFactor(String drug, BigDecimal factor) {
        assertThat(equivalents.micrograms(drug, KILOGRAM, null))
                .isEqualTo(factor.multiply(BigDecimal.valueOf(KILOGRAM)).longValueExact());
    }

    @Test
    void onlyThePureShareCountsWhereItIsKnown() {
        assertThat(equivalents.micrograms("fentanyl", KILOGRAM, 2.5)).isEqualTo(100 * KILOGRAM / 40);
        assertThat(equivalents.micrograms("fentanyl", KILOGRAM, 0.0)).isZero();
    }

    @Test
    void halfAMicrogramIsRoundedUp() {
        assertThat(equivalents.micrograms("codeine", 10, null)).isEqualTo(2);
        assertThat(equivalents.micrograms("codeine", 9, null)).isEqualTo(1);
    }

    @Test
    void theResultIsTheExactProductRoundedOnce() {
        qt().forAll(
                        longs().between(0, QuantityLimits.MASS.most() / 5),
                        integers().between(0, 100_000))
                .check((micrograms, purity) -> equivalents.micrograms("methadone", micrograms, purity / 1_000.0)
                        == BigDecimal.valueOf(micrograms)
                                .multiply(new BigDecimal("4.7"))
                                .multiply(BigDecimal.valueOf(purity, 5))
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact());
    }

    @Test
    void aDrugWithoutFactorHasNone() {
        assertThat(equivalents.micrograms("cocaine", KILOGRAM, null)).isZero();
        assertThat(equivalents.weighs(new Cell(TrendSeries.SEIZURES, "cocaine", "", "", "")))
                .isFalse();
        assertThat(equivalents.weighs(new Cell(TrendSeries.SEIZURES, "fentanyl", "", "", "")))
                .isTrue();
        assertThat(equivalents.weighs(new Cell(TrendSeries.LABORATORIES, "fentanyl", "", "", "")))
                .isFalse();
    }

    @Test
    void noProductExceedsTheMostThatARowMayDeclare() {
        long most = QuantityLimits.MASS.most();
        assertThat(equivalents.micrograms("fentanyl", Long.MAX_VALUE, null)).isEqualTo(most);
        assertThat(equivalents.micrograms("fentanyl", most / 100 + 1, null)).isEqualTo(most);
        assertThat(equivalents.micrograms("fentanyl", most / 100, null)).isEqualTo(most);
        assertThat(equivalents.micrograms("fentanyl", most / 100 - 1, null)).isEqualTo(most - 100);
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "100.001", "NaN"})
    void aPurityOutOfRangeIsRefused(double purity) {
        assertThatThrownBy(() -> equivalents.micrograms("fentanyl", KILOGRAM, purity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 100");
    }

    @Test
    void aTableThatCannotBeQuotedIsRefused() {
        String header = "drug,factor,basis,source,assumption";
        assertThatThrownBy(() -> MorphineEquivalents.parse(List.of("drug,factor")))
                .hasMessageContaining(header);
        assertThatThrownBy(() -> MorphineEquivalents.parse(List.of(header, "codeine,0.15,oral,,")))
                .hasMessageContaining("source");
        assertThatThrownBy(() -> MorphineEquivalents.parse(List.of(header, "a,1,b,c,", "a,2,b,c,")))
                .hasMessageContaining("once");
    }
}
