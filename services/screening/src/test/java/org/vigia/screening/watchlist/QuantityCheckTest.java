package org.vigia.screening.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.schemas.fixtures.Events.kilograms;
import static org.vigia.screening.Shipments.goods;
import static org.vigia.screening.Shipments.litres;
import static org.vigia.screening.Shipments.ofUnknownUnit;
import static org.vigia.screening.Shipments.tablets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigia.events.Quantity;
import org.vigia.screening.watchlist.QuantityCheck.Outcome;

class QuantityCheckTest {

    @Test
    void withoutThresholdAnyQuantityIsReported() {
        assertThat(outcome(null, kilograms("0"))).isEqualTo(Outcome.ANY_QUANTITY);
    }

    @Test
    void theLinesOfAShipmentAreSummed() {
        assertThat(outcome(kilograms("100"), kilograms("60"), kilograms("39.999")))
                .isEqualTo(Outcome.BELOW);
        assertThat(outcome(kilograms("100"), kilograms("60"), kilograms("40"))).isEqualTo(Outcome.REACHED);
    }

    @Test
    void kindsAreNotAddedToEachOther() {
        assertThat(outcome(kilograms("100"), kilograms("60"), tablets("1000000")))
                .isEqualTo(Outcome.NOT_SHOWN_BELOW);
        assertThat(outcome(tablets("100"), tablets("100"))).isEqualTo(Outcome.REACHED);
        assertThat(outcome(tablets("100"), tablets("99"))).isEqualTo(Outcome.BELOW);
    }

    @Test
    void aLitreCountsAsAKilogramOnlyUnderTheNamedAssumption() {
        QuantityCheck mixed = check(kilograms("100"), kilograms("60"), litres("40"));
        assertThat(mixed.outcome()).isEqualTo(Outcome.REACHED);
        assertThat(mixed.litreAssumption()).isTrue();
        assertThat(check(litres("100"), kilograms("99")).litreAssumption()).isTrue();
        assertThat(check(litres("100"), litres("100")).litreAssumption()).isFalse();
    }

    @Test
    void whatIsUnknownCannotBeShownToBeBelow() {
        QuantityCheck check = QuantityCheck.of(
                kilograms("100"),
                List.of(
                        goods("1", "x", "", kilograms("1")),
                        goods("2", "x", ""),
                        goods("3", "x", "", ofUnknownUnit("5"))));
        assertThat(check.outcome()).isEqualTo(Outcome.NOT_SHOWN_BELOW);
        assertThat(check.unknownLines()).containsExactly("2", "3");
    }

    @Test
    void aThresholdInAnUnknownUnitHidesNothing() {
        assertThat(outcome(ofUnknownUnit("100"), kilograms("1"))).isEqualTo(Outcome.THRESHOLD_UNUSABLE);
        assertThat(check(ofUnknownUnit("100"), kilograms("1")).isReported()).isTrue();
    }

    @Test
    void theLargestQuantitiesDoNotOverflow() {
        Quantity huge =
                Quantity.newBuilder(litres("1")).setMicrolitres(Long.MAX_VALUE).build();
        assertThat(outcome(kilograms("100"), huge, huge, huge)).isEqualTo(Outcome.REACHED);
    }

    private static Outcome outcome(@Nullable Quantity threshold, Quantity... quantities) {
        return check(threshold, quantities).outcome();
    }

    private static QuantityCheck check(@Nullable Quantity threshold, Quantity... quantities) {
        return QuantityCheck.of(
                threshold,
                java.util.Arrays.stream(quantities)
                        .map(quantity -> goods("1", "x", "", quantity))
                        .toList());
    }
}
