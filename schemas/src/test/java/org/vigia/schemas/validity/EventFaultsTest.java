package org.vigia.schemas.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.schemas.fixtures.Events.kilograms;
import static org.vigia.schemas.fixtures.Events.seizure;
import static org.vigia.schemas.fixtures.Events.shipment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.events.FoundItem;
import org.vigia.events.FoundItemKind;
import org.vigia.events.GoodsLine;
import org.vigia.events.LabDismantlement;
import org.vigia.events.LabKind;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Quantity;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;
import org.vigia.schemas.fixtures.Events;

class EventFaultsTest {

    private static final Seizure GOOD = seizure("s-1", "2024-03-05", "fentanyl", "1.5");

    @Test
    void whatProducersSendHasNoFault() {
        assertThat(EventFaults.of(GOOD)).isEmpty();
        assertThat(EventFaults.of(shipment("s-2", "2024-03-05", "acetone", "67-64-1", "100000")))
                .isEmpty();
        assertThat(EventFaults.of(laboratory(0, kilograms("2")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "100, true", "100.001, false", "150, false", "-0.5, false", "NaN, false"})
    void aPurityIsAPercentage(double purity, boolean possible) {
        assertThat(EventFaults.of(of(kilograms("1"), purity)).isEmpty()).isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({
        "12.5, true",
        "-3, false",
        "0, true",
        "12 kg, false",
        "1e9, false",
        "'', false",
        ".5, false",
        "5., false"
    })
    void anAmountIsAPlainDecimal(String amount, boolean possible) {
        Quantity quantity =
                Quantity.newBuilder(kilograms("1")).setAmount(amount).build();
        assertThat(EventFaults.of(of(quantity, null)).isEmpty()).isEqualTo(possible);
    }

    @Test
    void aQuantityHasALimitInEachMeasureWhicheverEventItIsIn() {
        long mass = 100_000L * 1_000_000_000_000L;
        long volume = 100_000L * 1_000_000_000L;
        long count = 1_000_000_000_000L * 1_000L;
        for (Quantity possible :
                List.of(quantity(mass, null, null), quantity(null, volume, null), quantity(null, null, count))) {
            assertThat(EventFaults.of(of(possible, null))).isEmpty();
        }
        for (Quantity impossible : List.of(
                quantity(mass + 1, null, null),
                quantity(-1L, null, null),
                quantity(null, volume + 1, null),
                quantity(null, -1L, null),
                quantity(null, null, count + 1),
                quantity(null, null, -1L))) {
            assertThat(EventFaults.of(of(impossible, null)))
                    .hasValueSatisfying(fault -> assertThat(fault)
                            .startsWith("Seizure \"s-1\" cannot be true")
                            .containsAnyOf("is more than", "is less than none"));
            assertThat(EventFaults.of(laboratory(1, impossible))).isPresent();
            assertThat(EventFaults.of(with(impossible))).isPresent();
        }
    }

    @Test
    void nothingStandsForLessThanNone() {
        assertThat(EventFaults.of(Seizure.newBuilder(GOOD).setIncidents(0).build()))
                .isEmpty();
        assertThat(EventFaults.of(Seizure.newBuilder(GOOD).setIncidents(-1).build()))
                .isPresent();
        assertThat(EventFaults.of(laboratory(-1, kilograms("1")))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0b"})
    void anEventHasAnId(String eventId) {
        assertThat(EventFaults.of(seizure(eventId, "2024-03-05", "fentanyl", "1")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "0000-12-31T23:59:59Z"})
    void anEventHappensInTheYears1To9999(String time) {
        Seizure seizure = Seizure.newBuilder(GOOD)
                .setEnvelope(Events.envelope("s-1", "2024-01-01")
                        .setOccurredAt(Instant.parse(time))
                        .build())
                .build();
        assertThat(EventFaults.of(seizure)).isPresent();
    }

    private static Seizure of(Quantity quantity, @Nullable Double purity) {
        return Seizure.newBuilder(GOOD)
                .setItems(List.of(SeizedItem.newBuilder(GOOD.getItems().getFirst())
                        .setQuantity(quantity)
                        .setPurityPercent(purity)
                        .build()))
                .build();
    }

    private static PrecursorShipment with(Quantity quantity) {
        PrecursorShipment good = shipment("s-2", "2024-03-05", "acetone", "67-64-1", "1");
        return PrecursorShipment.newBuilder(good)
                .setGoods(List.of(GoodsLine.newBuilder(good.getGoods().getFirst())
                        .setQuantity(quantity)
                        .build()))
                .build();
    }

    private static LabDismantlement laboratory(int laboratories, Quantity quantity) {
        return LabDismantlement.newBuilder()
                .setEnvelope(Events.envelope("l-1", "2024-03-05").build())
                .setKind(LabKind.SYNTHESIS)
                .setItems(List.of(FoundItem.newBuilder()
                        .setKind(FoundItemKind.CHEMICAL)
                        .setDeclared("acetone")
                        .setSubstance("acetone")
                        .setQuantity(quantity)
                        .build()))
                .setLaboratories(laboratories)
                .build();
    }

    private static Quantity quantity(@Nullable Long micrograms, @Nullable Long microlitres, @Nullable Long milliunits) {
        return Quantity.newBuilder(kilograms("1"))
                .setMicrograms(micrograms)
                .setMicrolitres(microlitres)
                .setMilliunits(milliunits)
                .build();
    }
}
