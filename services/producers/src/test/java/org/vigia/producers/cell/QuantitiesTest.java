package org.vigia.producers.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigia.events.MeasurementUnit;
import org.vigia.events.Quantity;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Cells;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "1,kg,KILOGRAM,1000000000",
        "1,lb,POUND,453592370",
        "29.297075674,lb,POUND,13288929989",
        "1,oz,OUNCE,28349523",
        "2,g,GRAM,2000000",
        "3,mg,MILLIGRAM,3000",
        "0.0000005,g,GRAM,1",
        "1,t,TONNE,1000000000000",
        "1,Kilograms,KILOGRAM,1000000000"
    })
    void convertsMassExactly(String amount, String unit, MeasurementUnit expected, long micrograms) {
        Quantity quantity = Quantities.of(cells(amount, unit), "quantity", "unit");

        assertThat(quantity).isNotNull();
        assertThat(quantity.getUnit()).isEqualTo(expected);
        assertThat(quantity.getMicrograms()).isEqualTo(micrograms);
        assertThat(quantity.getMicrolitres()).isNull();
        assertThat(quantity.getMilliunits()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1,L,1000000", "1,mL,1000", "1,gal,3785412"})
    void convertsVolumeExactly(String amount, String unit, long microlitres) {
        Quantity quantity = Quantities.of(cells(amount, unit), "quantity", "unit");

        assertThat(quantity).isNotNull();
        assertThat(quantity.getMicrolitres()).isEqualTo(microlitres);
        assertThat(quantity.getMicrograms()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"tablets", "units", "blots", "ampoules", "plants"})
    void countsInThousandths(String unit) {
        Quantity quantity = Quantities.of(cells("2.5", unit), "quantity", "unit");

        assertThat(quantity).isNotNull();
        assertThat(quantity.getMilliunits()).isEqualTo(2_500);
    }

    @Test
    void refusesWhatCannotBeRead() {
        assertThat(reason("1", "stone")).isEqualTo(RejectionReason.UNKNOWN_UNIT);
        assertThat(reason("1", "")).isEqualTo(RejectionReason.MISSING_VALUE);
        assertThat(reason("-1", "kg")).isEqualTo(RejectionReason.NEGATIVE_QUANTITY);
        assertThat(reason("100000.1", "t")).isEqualTo(RejectionReason.OUT_OF_RANGE);
        assertThat(reason("100000001", "L")).isEqualTo(RejectionReason.OUT_OF_RANGE);
        assertThat(reason("1000000000001", "tablets")).isEqualTo(RejectionReason.OUT_OF_RANGE);
        assertThat(reason("68,576", "kg")).isEqualTo(RejectionReason.AMBIGUOUS_NUMBER);
    }

    @Test
    void takesTheLargestQuantityThereIsAndAnUnknownOne() {
        Quantity largest = Quantities.of(cells("100000", "t"), "quantity", "unit");

        assertThat(largest).isNotNull();
        assertThat(largest.getMicrograms()).isEqualTo(100_000_000_000_000_000L);
        assertThat(Quantities.of(cells("", "kg"), "quantity", "unit")).isNull();
    }

    private static RejectionReason reason(String amount, String unit) {
        return Cell.reason(() -> Quantities.of(cells(amount, unit), "quantity", "unit"));
    }

    private static Cells cells(String amount, String unit) {
        return Cell.of("quantity", amount, "unit", unit);
    }
}
