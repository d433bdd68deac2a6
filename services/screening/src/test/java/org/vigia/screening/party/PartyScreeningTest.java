package org.vigia.screening.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.screening.party.Parties.company;
import static org.vigia.screening.party.Parties.consignedTo;
import static org.vigia.screening.party.Parties.listed;
import static org.vigia.screening.party.Parties.withAddress;
import static org.vigia.screening.party.Parties.withAlias;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigia.events.Alert;
import org.vigia.events.AliasQuality;
import org.vigia.events.ClaimStatus;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Party;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.SanctionedParty;
import org.vigia.events.Severity;
import org.vigia.events.TimePrecision;
import org.vigia.schemas.fixtures.Events;
import org.vigia.screening.Shipments;

class PartyScreeningTest {

    private static final PartyRules RULES = PartyRules.published();
    private static final SanctionedParty SOKOLOV = listed("7", "SOKOLOV, Ivan Petrovich");

    @Test
    void aListedConsigneeIsFoundUnderItsRole() {
        assertThat(screen(consignedTo("s-1", "2024-01-01", "Ivan P. Sokolow"), SOKOLOV))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.listed()).isEqualTo(SOKOLOV);
                    assertThat(finding.involved())
                            .extracting(PartyFinding.Involved::role)
                            .containsExactly(Role.CONSIGNEE);
                });
    }

    @Test
    void everyRoleIsScreenedAndOneEntryGivesOneFinding() {
        Party party = Party.newBuilder().setName("Ivan Petrovich Sokolov").build();
        PrecursorShipment shipment = PrecursorShipment.newBuilder(
                        Events.shipment("s-1", "2024-01-01", "glass beads", "", "5"))
                .setShipper(party)
                .setNotifyParty(party)
                .setBroker(party)
                .build();
        assertThat(screen(shipment, SOKOLOV))
                .singleElement()
                .satisfies(finding -> assertThat(finding.involved())
                        .extracting(PartyFinding.Involved::role)
                        .containsExactly(Role.SHIPPER, Role.NOTIFY_PARTY, Role.BROKER));
    }

    @Test
    void theListCountsAsItStoodOnTheDateOfTheShipment() {
        SanctionedParty until = SanctionedParty.newBuilder(SOKOLOV)
                .setListedUntil(LocalDate.parse("2022-01-01"))
                .build();
        String name = SOKOLOV.getName();
        assertThat(screen(consignedTo("s-1", "2019-12-31", name), until)).isEmpty();
        assertThat(screen(consignedTo("s-1", "2020-01-01", name), until)).hasSize(1);
        assertThat(screen(consignedTo("s-1", "2021-12-31", name), until)).hasSize(1);
        assertThat(screen(consignedTo("s-1", "2022-01-01", name), until)).isEmpty();
        assertThat(screen(Shipments.withPrecision(consignedTo("s-1", "2022-01-01", name), TimePrecision.YEAR), until))
                .isEmpty();
        assertThat(screen(Shipments.withPrecision(consignedTo("s-1", "2021-01-01", name), TimePrecision.YEAR), until))
                .hasSize(1);
    }

    @Test
    void aListWithoutDatesHoldsOnAnyDayAndTheAlertSaysThatThisIsAssumed() {
        SanctionedParty undated =
                SanctionedParty.newBuilder(SOKOLOV).setListedFrom(null).build();
        PrecursorShipment shipment = consignedTo("s-1", "2010-01-01", "Ivan Petrovich Sokolov");
        assertThat(alert(shipment, undated).getExplanation()).contains("is an assumption");
    }

    @Test
    void aWeakAliasCountsLess() {
        PrecursorShipment shipment = consignedTo("s-1", "2024-01-01", "Vanya Sever");
        double strong = screen(shipment, withAlias(SOKOLOV, "Vanya Sever", AliasQuality.STRONG))
                .getFirst()
                .score();
        double weak = screen(shipment, withAlias(SOKOLOV, "Vanya Sever", AliasQuality.WEAK))
                .getFirst()
                .score();
        assertThat(strong).isEqualTo(1);
        assertThat(weak).isEqualTo(RULES.weakAlias());
    }

    @Test
    void placesRaiseAndLowerTheScore() {
        SanctionedParty placed = withAddress(SOKOLOV, "Calle Roble 1450", "Culiacan", "MX");
        double unknown = score(placed, null, null);
        assertThat(score(placed, null, "MX")).isGreaterThan(unknown);
        assertThat(score(placed, "Roble 1450, Culiacán", "MX")).isGreaterThan(score(placed, null, "MX"));
        assertThat(score(placed, null, "NO")).isLessThan(unknown);
    }

    private static double score(SanctionedParty listed, @Nullable String address, @Nullable String country) {
        return screen(consignedTo("s-1", "2024-01-01", "Ivan Sokolof", address, country), listed)
                .getFirst()
                .score();
    }

    @Test
    void aListedAddressIsReportedWithoutALikeName() {
        SanctionedParty placed = withAddress(company(SOKOLOV), "Calle Roble 1450", "Culiacan", "MX");
        PrecursorShipment shipment =
                consignedTo("s-1", "2024-01-01", "Comercial Amapola", "C. Roble No. 1450, Col. Centro, Culiacán", "MX");
        assertThat(screen(shipment, placed)).singleElement().satisfies(finding -> {
            assertThat(finding.involved().getFirst().match()).isNull();
            assertThat(finding.involved().getFirst().place()).isEqualTo(PlaceEvidence.SAME_ADDRESS);
        });
        assertThat(screen(
                        consignedTo("s-1", "2024-01-01", "Comercial Amapola", "C. Roble No. 1452, Culiacán", "MX"),
                        placed))
                .isEmpty();
        assertThat(screen(
                        consignedTo("s-1", "2024-01-01", "Comercial Amapola", "C. Roble No. 1450, Bogota", "CO"),
                        placed))
                .isEmpty();
    }

    @Test
    void whatIsRetractedOrWithdrawnGivesNothing() {
        PrecursorShipment shipment = consignedTo("s-1", "2024-01-01", "Ivan Petrovich Sokolov");
        assertThat(screen(Shipments.withStatus(shipment, ClaimStatus.RETRACTED), SOKOLOV))
                .isEmpty();
        SanctionedParty withdrawn =
                SanctionedParty.newBuilder(SOKOLOV).setWithdrawn(true).build();
        assertThat(screen(shipment, withdrawn)).isEmpty();
    }

    @Test
    void anAlertNamesListEntryProgrammeDateAndRow() {
        PrecursorShipment shipment = consignedTo("s-1", "2024-01-01", "Ivan Sokolow");
        Alert alert = alert(shipment, SOKOLOV);
        assertThat(alert.getSeverity()).isEqualTo(Severity.HIGH);
        assertThat(alert.getExplanation())
                .contains(
                        "\"ofac-sdn\"",
                        "ofac-sdn/7",
                        "SDNTK",
                        "1 January 2020",
                        "row 12 of the file sdn.csv",
                        "sokolow");
        assertThat(alert.getEvidence())
                .extracting(evidence -> evidence.getKind())
                .containsExactly(EvidenceKind.EVENT, EvidenceKind.LIST_ENTRY, EvidenceKind.THRESHOLD);
        assertThat(alert.getEvidence().get(1).getFacts())
                .containsEntry("programmes", "SDNTK")
                .containsEntry("listedFrom", "2020-01-01");
        assertThat(alert(Shipments.withPrecision(shipment, TimePrecision.MONTH), SOKOLOV)
                        .getAlertId())
                .isEqualTo(alert.getAlertId());
    }

    @Test
    void aListThatDoesNotSayWhatAPartyIsIsReadBothWays() {
        SanctionedParty unknown = SanctionedParty.newBuilder(SOKOLOV)
                .setKind(org.vigia.events.PartyKind.UNKNOWN)
                .build();
        assertThat(screen(consignedTo("s-1", "2024-01-01", "Ivan Petrovich Sokolov"), unknown))
                .hasSize(1);
        SanctionedParty firm =
                SanctionedParty.newBuilder(unknown).setName("SEVER TRADING LLC").build();
        assertThat(screen(consignedTo("s-1", "2024-01-01", "OOO Sever Trading"), firm))
                .hasSize(1);
    }

    private static Alert alert(PrecursorShipment shipment, SanctionedParty listed) {
        return new PartyAlerts(RULES).write(shipment, screen(shipment, listed).getFirst(), Events.RECORDED_AT);
    }

    private static List<PartyFinding> screen(PrecursorShipment shipment, SanctionedParty... listed) {
        return new PartyScreening(SanctionsIndex.of(List.of(listed), RULES), RULES).screen(shipment);
    }
}
