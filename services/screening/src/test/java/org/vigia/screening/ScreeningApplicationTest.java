package org.vigia.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.schemas.fixtures.Events.kilograms;
import static org.vigia.schemas.fixtures.Events.listing;
import static org.vigia.schemas.fixtures.Events.shipment;
import static org.vigia.screening.Shipments.aceticAnhydride;
import static org.vigia.screening.Shipments.goods;
import static org.vigia.screening.Shipments.withGoods;
import static org.vigia.screening.Shipments.withStatus;
import static org.vigia.screening.Shipments.withThreshold;

import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.AlertStatus;
import org.vigia.events.ClaimStatus;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Quantity;
import org.vigia.events.SanctionedParty;
import org.vigia.events.WatchListEntry;
import org.vigia.screening.party.Parties;

class ScreeningApplicationTest {

    private static final WatchListEntry LISTED = listing("UN", "Acetic anhydride", "108-24-7", "2001-01-01");

    private final ScreeningDriver screening = new ScreeningDriver();

    @AfterEach
    void close() {
        screening.close();
    }

    @Test
    void aListedSubstanceRaisesAnAlertUnderItsIdAtTheEventsTime() {
        screening.list(LISTED);
        List<TestRecord<String, Alert>> sent = screening.screenRecords(aceticAnhydride("s-1", "2024-01-01", "5"));
        assertThat(sent).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(record.value().getAlertId());
            assertThat(record.timestamp())
                    .isEqualTo(record.value().getOccurredAt().toEpochMilli());
            assertThat(record.value().getStatus()).isEqualTo(AlertStatus.RAISED);
            assertThat(record.value().getDetectedAt()).isAfter(ScreeningDriver.NOW);
        });
    }

    @Test
    void aLateShipmentSeesTheListOfItsOwnDay() {
        screening.list(LISTED, listing("MX", "Acetic anhydride", "108-24-7", "2021-05-25"));
        screening.screen(aceticAnhydride("now", "2025-01-01", "5"));
        assertThat(screening.screen(aceticAnhydride("late", "2021-05-24", "5")))
                .extracting(alert -> alert.getEvidence().get(1).getReference())
                .containsExactly("UN/list/108-24-7");
    }

    @Test
    void aShipmentThatCannotBeTrueIsADeadLetterAndTheNextOneIsScreened() {
        screening.list(LISTED);
        Quantity odd = Quantity.newBuilder(kilograms("12")).setAmount("12 kg").build();
        PrecursorShipment impossible =
                withGoods(aceticAnhydride("s-1", "2024-01-01", "5"), goods("1", "AA", "108-24-7", odd));
        assertThat(screening.screen(impossible)).isEmpty();
        assertThat(screening.deadLetters()).containsExactly("s-1");
        assertThat(screening.screen(aceticAnhydride("s-2", "2024-01-01", "5"))).hasSize(1);
    }

    @Test
    void aDuplicateChangesNothing() {
        screening.list(LISTED);
        PrecursorShipment version = aceticAnhydride("s-1", "2024-01-01", "5");
        assertThat(screening.screen(version, version, version)).hasSize(1);
    }

    @Test
    void aCorrectedShipmentRevisesItsAlert() {
        screening.list(LISTED);
        screening.screen(aceticAnhydride("s-1", "2024-01-01", "5"));
        assertThat(screening.screen(aceticAnhydride("s-1", "2024-01-01", "6")))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.getStatus()).isEqualTo(AlertStatus.REVISED);
                    assertThat(alert.getVersion()).isEqualTo(2);
                    assertThat(alert.getExplanation()).contains("6 kilograms");
                });
    }

    @Test
    void aCorrectionBelowTheThresholdWithdrawsAndOneAboveBringsBack() {
        screening.list(withThreshold(LISTED, kilograms("100")));
        List<Alert> sent = screening.screen(
                aceticAnhydride("s-1", "2024-01-01", "100"),
                aceticAnhydride("s-1", "2024-01-01", "99.9"),
                aceticAnhydride("s-1", "2024-01-01", "100"));
        assertThat(sent)
                .extracting(Alert::getStatus)
                .containsExactly(AlertStatus.RAISED, AlertStatus.WITHDRAWN, AlertStatus.REVISED);
        assertThat(sent).extracting(Alert::getVersion).containsExactly(1, 2, 3);
        assertThat(sent)
                .extracting(Alert::getAlertId)
                .containsOnly(sent.getFirst().getAlertId());
        assertThat(sent.getLast().getExplanation()).isEqualTo(sent.getFirst().getExplanation());
    }

    @Test
    void aCorrectionToADayBeforeTheListingWithdraws() {
        screening.list(LISTED);
        screening.screen(aceticAnhydride("s-1", "2001-01-01", "5"));
        assertThat(screening.screen(aceticAnhydride("s-1", "2000-12-31", "5")))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.getStatus()).isEqualTo(AlertStatus.WITHDRAWN);
                    assertThat(alert.getExplanation()).contains("as corrected it no longer gives cause for this alert");
                });
    }

    @Test
    void aRecordWithoutValueClaimsNothing() {
        screening.list(LISTED);
        screening.screen(aceticAnhydride("s-1", "2024-01-01", "5"));
        assertThat(screening.screenNothing("s-1")).isEmpty();
        assertThat(screening.screen(aceticAnhydride("s-1", "2024-01-01", "5"))).isEmpty();
    }

    @Test
    void aRetractedShipmentWithdrawsAllItsAlertsAndNoOther() {
        screening.list(LISTED, listing("UN", "Acetone", "67-64-1", "2001-01-01"));
        PrecursorShipment both = withGoods(
                aceticAnhydride("s-1", "2024-01-01", "5"),
                goods("1", "acetic anhydride", "", kilograms("5")),
                goods("2", "acetone", "", kilograms("5")));
        screening.screen(both, aceticAnhydride("s-10", "2024-01-01", "5"));
        List<Alert> withdrawn = screening.screen(withStatus(both, ClaimStatus.RETRACTED));
        assertThat(withdrawn).hasSize(2).allSatisfy(alert -> {
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.WITHDRAWN);
            assertThat(alert.getSubjectId()).isEqualTo("s-1");
        });
        assertThat(screening.screen(withStatus(both, ClaimStatus.RETRACTED))).isEmpty();
    }

    @Test
    void aRetractionThatIsTheFirstWordOnAShipmentSaysNothing() {
        screening.list(LISTED);
        assertThat(screening.screen(withStatus(aceticAnhydride("s-1", "2024-01-01", "5"), ClaimStatus.RETRACTED)))
                .isEmpty();
    }

    @Test
    void aListThatChangesIsSeenByTheNextShipmentAndDoesNotScreenPastOnes() {
        PrecursorShipment before = aceticAnhydride("before", "2024-01-01", "5");
        assertThat(screening.screen(before)).isEmpty();
        screening.list(LISTED);
        assertThat(screening.screen()).isEmpty();
        assertThat(screening.screen(aceticAnhydride("after", "2024-01-01", "5")))
                .hasSize(1);
        assertThat(screening.screen(before)).as("its next version").hasSize(1);

        screening.list(WatchListEntry.newBuilder(LISTED).setWithdrawn(true).build());
        assertThat(screening.screen(aceticAnhydride("withdrawn", "2024-01-01", "5")))
                .isEmpty();
        screening.list(LISTED);
        screening.deleteEntry(LISTED.getEntryId());
        assertThat(screening.screen(aceticAnhydride("deleted", "2024-01-01", "5")))
                .isEmpty();
    }

    @Test
    void entriesThatWereRestoredWithoutTheProcessorAreSeen() {
        screening.restoredStore().put(LISTED.getEntryId(), LISTED);
        assertThat(screening.screen(aceticAnhydride("s-1", "2024-01-01", "5"))).hasSize(1);
    }

    @Test
    void anEventIdThatBeginsLikeAnotherIsAnother() {
        screening.list(LISTED);
        screening.screen(aceticAnhydride("s", "2024-01-01", "5"), aceticAnhydride("s:1", "2024-01-01", "5"));
        assertThat(screening.screen(shipment("s", "2024-01-01", "water", "", "5")))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getSubjectId()).isEqualTo("s"));
    }

    @Test
    void aSanctionedConsigneeRaisesAnAlertThatACorrectionRevisesAndARetractionWithdraws() {
        screening.sanction(Parties.listed("7", "SOKOLOV, Ivan Petrovich"));
        PrecursorShipment first = Parties.consignedTo("s-1", "2024-01-01", "Ivan Sokolow");
        Alert raised = screening.screen(first).getFirst();
        assertThat(raised.getKind()).isEqualTo(AlertKind.SANCTIONED_PARTY);
        assertThat(screening.screen(first)).isEmpty();
        assertThat(screening.screen(Parties.consignedTo("s-1", "2024-01-01", "Ivan P. Sokolov")))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.getAlertId()).isEqualTo(raised.getAlertId());
                    assertThat(alert.getStatus()).isEqualTo(AlertStatus.REVISED);
                });
        assertThat(screening.screen(withStatus(first, ClaimStatus.RETRACTED)))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getStatus()).isEqualTo(AlertStatus.WITHDRAWN));
    }

    @Test
    void aSanctionsListThatChangesIsSeenByTheNextShipment() {
        PrecursorShipment shipment = Parties.consignedTo("s-1", "2024-01-01", "Ivan Petrovich Sokolov");
        assertThat(screening.screen(shipment)).isEmpty();
        SanctionedParty listed = Parties.listed("7", "SOKOLOV, Ivan Petrovich");
        screening.sanction(listed);
        assertThat(screening.screen(shipment)).hasSize(1);
        screening.sanction(SanctionedParty.newBuilder(listed).setWithdrawn(true).build());
        assertThat(screening.screen(shipment))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getStatus()).isEqualTo(AlertStatus.WITHDRAWN));
    }
}
