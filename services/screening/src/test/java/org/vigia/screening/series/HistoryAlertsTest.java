package org.vigia.screening.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.screening.series.Cargo.ACETONE;
import static org.vigia.screening.series.Cargo.BENZALDEHYDE;
import static org.vigia.screening.series.Cargo.METHYLAMINE;
import static org.vigia.screening.series.Cargo.NITROETHANE;
import static org.vigia.screening.series.Cargo.consignedTo;
import static org.vigia.screening.series.Cargo.goods;
import static org.vigia.screening.series.Cargo.laboratory;
import static org.vigia.screening.series.Cargo.leaving;
import static org.vigia.screening.series.Cargo.ofGoods;
import static org.vigia.screening.series.Cargo.retracted;
import static org.vigia.screening.series.Cargo.sealed;
import static org.vigia.screening.series.Cargo.seizure;
import static org.vigia.screening.series.Cargo.shipment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.AlertStatus;
import org.vigia.events.DetectorSettings;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Jurisdiction;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;
import org.vigia.events.Severity;
import org.vigia.events.TradeBaseline;
import org.vigia.events.TradeFlow;
import org.vigia.runtime.streams.StoreKind;
import org.vigia.schemas.fixtures.Events;
import org.vigia.screening.ScreeningSettings;
import org.vigia.screening.Shipments;

/** Each detector through the whole topology: found, corrected by late and changed events, withdrawn. */
class HistoryAlertsTest {

    private final HistoryDriver screening = new HistoryDriver();

    @BeforeEach
    void listSubstances() {
        screening.list(Cargo.lists());
    }

    @AfterEach
    void stop() {
        screening.close();
    }

    // Structuring

    @Test
    void threeShipmentsBelowTheThresholdThatTogetherReachItAreOneAlertAboutTheThird() {
        List<Alert> sent = screening.send(
                shipment("a", 1, ACETONE, "40"), shipment("b", 9, ACETONE, "40"), shipment("c", 20, ACETONE, "40"));

        assertThat(sent).singleElement().satisfies(alert -> {
            assertThat(alert.getKind()).isEqualTo(AlertKind.STRUCTURING);
            assertThat(alert.getSubjectId()).isEqualTo("c");
            assertThat(alert.getExplanation())
                    .contains("3 shipments of Acetone reached the consignee \"Químicos del Norte SA\"")
                    .contains("threshold of 100 kg")
                    .contains("together they hold 120 kg");
            assertThat(alert.getEvidence())
                    .filteredOn(e -> e.getKind() == EvidenceKind.EVENT)
                    .extracting(e -> e.getReference())
                    .containsExactlyInAnyOrder("a", "b", "c");
            assertThat(alert.getEvidence())
                    .filteredOn(e -> e.getKind() == EvidenceKind.SETTING)
                    .singleElement()
                    .satisfies(e -> assertThat(e.getFacts()).containsEntry("period", "30"));
        });
    }

    @Test
    void moreOfTheSameRevisesTheAlertAndIsCounted() {
        screening.send(
                shipment("a", 1, ACETONE, "40"), shipment("b", 9, ACETONE, "40"), shipment("c", 20, ACETONE, "40"));

        List<Alert> more = screening.send(shipment("d", 25, ACETONE, "40"));

        assertThat(more).singleElement().satisfies(alert -> {
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.REVISED);
            assertThat(alert.getSubjectId()).isEqualTo("c");
            assertThat(alert.getExplanation()).contains("at 2 of the shipments").contains("found 2 times");
        });
    }

    @Test
    void aShipmentThatComesLateCompletesThePast() {
        screening.send(
                shipment("a", 1, ACETONE, "40"), shipment("c", 20, ACETONE, "40"), shipment("z", 300, ACETONE, "40"));

        assertThat(screening.send(shipment("b", 9, ACETONE, "40")))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getSubjectId()).isEqualTo("c"));
    }

    @Test
    void whatIsOlderThanTheRetentionIsNotLookedAt() {
        ScreeningSettings settings = ScreeningSettings.defaults();
        try (HistoryDriver forgetful = new HistoryDriver(new ScreeningSettings(
                settings.watchList(), settings.parties(), Duration.ofDays(100), StoreKind.MEMORY))) {
            forgetful.list(Cargo.lists());
            forgetful.send(
                    shipment("a", 1, ACETONE, "40"),
                    shipment("b", 9, ACETONE, "40"),
                    shipment("z", 300, ACETONE, "40"));

            assertThat(forgetful.send(shipment("c", 20, ACETONE, "40"))).isEmpty();
            assertThat(forgetful.send(shipment("y", 290, ACETONE, "40"), shipment("x", 295, ACETONE, "40")))
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.getSubjectId()).isEqualTo("z"));
        }
    }

    @Test
    void aRetractionOfOneOfThemWithdrawsTheAlertAboutAnotherAndSaysWhy() {
        PrecursorShipment b = shipment("b", 9, ACETONE, "40");
        screening.send(shipment("a", 1, ACETONE, "40"), b, shipment("c", 20, ACETONE, "40"));

        assertThat(screening.send(retracted(b))).singleElement().satisfies(alert -> {
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.WITHDRAWN);
            assertThat(alert.getSubjectId()).isEqualTo("c");
            assertThat(alert.getExplanation()).startsWith("This alert is withdrawn. test retracted b");
        });
        assertThat(screening.send(b)).singleElement().satisfies(alert -> {
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.REVISED);
            assertThat(alert.getVersion()).isEqualTo(3);
        });
    }

    @Test
    void shipmentsAtTheThresholdOrFarApartAreNoStructuring() {
        assertThat(screening.send(
                        shipment("a", 1, ACETONE, "100"),
                        shipment("b", 9, ACETONE, "40"),
                        shipment("c", 20, ACETONE, "40"),
                        shipment("d", 39, ACETONE, "40")))
                .isEmpty();
    }

    // New routes

    @Test
    void aConsigneeNeverSeenBeforeIsNewOnceTheLearningPeriodIsOver() {
        screening.send(
                shipment("a", 0, ACETONE, "1"), consignedTo(shipment("b", 80, ACETONE, "1"), "Learnt SA", "Calle 2"));

        assertThat(screening.send(
                        consignedTo(shipment("c", 100, ACETONE, "1"), "Nueva SA", "Calle 3"),
                        consignedTo(shipment("d", 110, ACETONE, "1"), "Nueva SA", "Calle 3"),
                        consignedTo(shipment("e", 120, ACETONE, "1"), "LEARNT S.A.", "Calle 2"),
                        leaving(shipment("f", 130, ACETONE, "1"), "INMUN")))
                .extracting(alert -> alert.getKind() + " " + alert.getSubjectId())
                .containsExactly("NEW_ROUTE c", "NEW_ROUTE f");
    }

    @Test
    void anEarlierShipmentThatComesLateTakesTheNoveltyOver() {
        screening.send(
                shipment("a", 0, ACETONE, "1"), consignedTo(shipment("c", 120, ACETONE, "1"), "Nueva SA", "Calle 3"));

        assertThat(screening.send(consignedTo(shipment("b", 100, ACETONE, "1"), "Nueva SA", "Calle 3")))
                .extracting(alert -> alert.getStatus() + " " + alert.getSubjectId())
                .containsExactlyInAnyOrder("RAISED b", "WITHDRAWN c");
    }

    @Test
    void anEarlierBeginningEndsTheLearningPeriodEarlier() {
        screening.send(
                shipment("a", 50, ACETONE, "1"), consignedTo(shipment("c", 120, ACETONE, "1"), "Nueva SA", "Calle 3"));

        assertThat(screening.send(shipment("b", 10, ACETONE, "1")))
                .extracting(alert -> alert.getStatus() + " " + alert.getSubjectId())
                .containsExactly("RAISED c");
    }

    // Convergence

    @Test
    void precursorsOfOneDrugThatMeetAtOneConsigneeConverge() {
        List<Alert> sent = screening.send(
                shipment("a", 1, METHYLAMINE, "1"),
                shipment("b", 5, METHYLAMINE, "1"),
                shipment("c", 10, BENZALDEHYDE, "1"),
                shipment("d", 12, ACETONE, "1"),
                shipment("e", 20, NITROETHANE, "1"));

        assertThat(sent)
                .extracting(alert -> alert.getKind() + " " + alert.getSubjectId() + " " + alert.getSeverity())
                .containsExactly("CONVERGENCE c MEDIUM", "CONVERGENCE e HIGH");
        assertThat(sent.getLast().getSubstances())
                .containsExactlyInAnyOrder("Methylamine", "Benzaldehyde", "Nitroethane");
    }

    @Test
    void differentNamesAtOneAddressConvergeToo() {
        assertThat(screening.send(
                        consignedTo(shipment("a", 1, METHYLAMINE, "1"), "Uno SA", "Calle Mayor 5"),
                        consignedTo(shipment("b", 5, BENZALDEHYDE, "1"), "Dos SA", "calle mayor, 5")))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getExplanation())
                        .contains("the address \"calle mayor, 5\" under different names"));
    }

    @Test
    void aCorrectedDateEndsAConvergence() {
        screening.send(shipment("a", 1, METHYLAMINE, "1"), shipment("b", 5, BENZALDEHYDE, "1"));

        assertThat(screening.send(shipment("a", 300, METHYLAMINE, "1")))
                .extracting(alert -> alert.getKind() + " " + alert.getSubjectId() + " " + alert.getStatus())
                .contains("CONVERGENCE b WITHDRAWN");
    }

    // Laboratories

    @Test
    void aSealLinksALaboratoryToItsShipmentAndALotToTheSeizure() {
        screening.send(sealed(shipment("s", 1, ACETONE, "1"), "CN-4711 x"), seizure("z", 70, "LOT-77-1"));

        List<Alert> sent = screening.send(laboratory("l", 50, "cn4711X", "Lot 77 1"));

        assertThat(screening.standing().values())
                .extracting(alert -> alert.getKind() + " " + alert.getSubjectId())
                .containsExactlyInAnyOrder("LAB_LINK l", "LAB_LINK s", "LAB_LINK z");
        assertThat(sent.getLast().getKind()).isEqualTo(AlertKind.LAB_LINK);
        assertThat(screening.standing().values())
                .filteredOn(alert -> alert.getSubjectId().equals("l"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getExplanation())
                        .contains("names the seal CN4711X, which shipment s")
                        .contains("49 days before")
                        .contains("names the lot LOT771, which seizure z"));
    }

    @Test
    void aLaboratoryThatNothingExplainsIsReportedUntilAShipmentDoes() {
        assertThat(screening.send(laboratory("l", 50, "CN4711X", "")))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getExplanation()).contains("no known shipment explains"));

        assertThat(screening.send(sealed(shipment("s", 1, ACETONE, "1"), "CN4711X")))
                .extracting(alert -> alert.getStatus() + " " + alert.getSubjectId())
                .contains("WITHDRAWN l", "RAISED l", "RAISED s");
        screening.send(retracted(laboratory("l", 50, "CN4711X", "")));
        assertThat(screening.standing()).isEmpty();
    }

    @Test
    void aShipmentOfTheSubstanceToTheCountryMayHaveReachedTheLaboratory() {
        screening.send(
                laboratory("l", 100, "", ""), shipment("s", 60, ACETONE, "1"), shipment("late", 95, ACETONE, "1"));

        assertThat(screening.standing().values()).singleElement().satisfies(alert -> {
            assertThat(alert.getSubjectId()).isEqualTo("l");
            assertThat(alert.getSeverity()).isEqualTo(Severity.LOW);
            assertThat(alert.getExplanation())
                    .contains("1 goods lines of this substance went to MX from 10 to 120 days before")
                    .contains("which is assumed");
        });
    }

    @Test
    void linkedPairsTeachHowLongAShipmentTakes() {
        screening.send(laboratory("l", 1000, "", ""), shipment("s", 960, ACETONE, "1"));
        for (int i = 0; i < 8; i++) {
            screening.send(sealed(shipment("s" + i, 30 * i, ACETONE, "1"), "SEAL" + i));
            screening.send(laboratory("l" + i, 30 * i + 55, "SEAL" + i, ""));
        }

        assertThat(screening.standing().values())
                .filteredOn(alert -> alert.getSubjectId().equals("l"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getExplanation()).contains("no known shipment explains"));

        screening.send(shipment("t", 945, ACETONE, "1"));

        assertThat(screening.standing().values())
                .filteredOn(alert -> alert.getSubjectId().equals("l"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getExplanation())
                        .contains("from 55 to 55 days before, as 8 links by identifier teach"));
    }

    // Quantities

    @Test
    void aShipmentOfManyTimesTheUsualQuantityIsReported() {
        usual(12);

        assertThat(screening.send(shipment("x", 400, METHYLAMINE, "20")))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.getKind()).isEqualTo(AlertKind.QUANTITY);
                    assertThat(alert.getExplanation())
                            .contains("had a median of 2 kg")
                            .contains("10 times as much");
                });
        assertThat(screening.send(shipment("y", 401, METHYLAMINE, "3"))).isEmpty();
    }

    @Test
    void lateHistoryChangesWhatIsUsual() {
        usual(12);
        screening.send(shipment("x", 400, METHYLAMINE, "20"));

        PrecursorShipment[] late = new PrecursorShipment[20];
        for (int i = 0; i < late.length; i++) {
            late[i] = shipment("late-" + i, 350 + i, METHYLAMINE, "20");
        }
        screening.send(late);

        assertThat(screening.standing().values())
                .extracting(alert -> alert.getKind() + " " + alert.getSubjectId())
                .doesNotContain("QUANTITY x");
    }

    @Test
    void withoutHistoryTheTradeOfTheCountryIsTheMeasure() {
        screening.baseline(TradeBaseline.newBuilder()
                .setBaselineId("mexico/291411/IMPORT/2022")
                .setReporter("Mexico")
                .setCountry("MX")
                .setHsCode("291411")
                .setFlow(TradeFlow.IMPORT)
                .setYear(2022)
                .setKilograms("1000")
                .setRecordedAt(Instant.EPOCH)
                .setSource(Events.source("comtrade", 7))
                .build());

        assertThat(screening.send(shipment("x", 10, ACETONE, "60"), shipment("y", 50, ACETONE, "40")))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getExplanation())
                        .contains("in 2022 Mexico imported 1000 kg")
                        .contains("6 percent"));
    }

    private void usual(int count) {
        for (int i = 0; i < count; i++) {
            screening.send(shipment("usual-" + i, 30 * i, METHYLAMINE, "2"));
        }
        assertThat(screening.standing()).isEmpty();
    }

    // Declarations

    @Test
    void aNameWithTheNumberOfAnotherSubstanceContradictsItself() {
        PrecursorShipment plain = shipment("a", 1, ACETONE, "10");

        assertThat(screening.send(ofGoods(plain, goods(plain).setCas("77-92-9").build())))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.getKind()).isEqualTo(AlertKind.DECLARATION_MISMATCH);
                    assertThat(alert.getExplanation()).contains("67-64-1").contains("77-92-9");
                });
        assertThat(screening.send(plain)).extracting(Alert::getStatus).containsExactly(AlertStatus.WITHDRAWN);
    }

    @Test
    void aHeadingOfAnotherChapterContradictsTheList() {
        PrecursorShipment plain = shipment("a", 1, ACETONE, "10");

        assertThat(screening.send(
                        ofGoods(plain, goods(plain).setHsCode("9503.00").build())))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getExplanation())
                        .contains("950300, of chapter 95")
                        .contains("the list gives 291411"));
    }

    @Test
    void aValueFarFromTheUsualOneIsReportedForGoodsOnNoListToo() {
        for (int i = 0; i < 12; i++) {
            screening.send(citricAcid("c-" + i, i, "20", "1000", "40 bags of 25 kg"));
        }

        assertThat(screening.send(citricAcid("x", 50, "1200", "1000", "40 bags of 25 kg")))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getExplanation())
                        .contains("1.2 USD a kilogram")
                        .contains("it is 60 times that"));
    }

    @Test
    void aMisreadDecimalSignShowsInThePackages() {
        assertThat(screening.send(citricAcid("x", 1, "20", "1.000", "40 sacos de 25 kg")))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getExplanation())
                        .contains("packages declared, \"40 sacos de 25 kg\", hold 1000 kg")
                        .contains("1000 kg would agree, so that a decimal sign may have been misread"));
    }

    private static PrecursorShipment citricAcid(String id, int day, String value, String kilograms, String packages) {
        PrecursorShipment plain = Events.shipment(id, Cargo.day(day), "Citric acid, food grade", "77-92-9", kilograms);
        return ofGoods(
                plain,
                goods(plain)
                        .setHsCode("291814")
                        .setDeclaredValue(value)
                        .setCurrency("USD")
                        .setPackages(packages)
                        .build());
    }

    @Test
    void tabletsOfAnImpossibleWeightAreReported() {
        assertThat(screening.send(tablets("68576")))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getExplanation()).contains("68.58 kg would agree"));
        assertThat(screening.send(tablets("68.576")))
                .extracting(Alert::getStatus)
                .containsExactly(AlertStatus.WITHDRAWN);
    }

    private static Seizure tablets(String kilograms) {
        return Seizure.newBuilder(Events.seizure("z", "2024-01-01", "fentanyl", kilograms))
                .setItems(List.of(
                        SeizedItem.newBuilder()
                                .setDeclared("fentanyl")
                                .setSubstance("fentanyl")
                                .setQuantity(Events.kilograms(kilograms))
                                .build(),
                        SeizedItem.newBuilder()
                                .setDeclared("fentanyl")
                                .setSubstance("fentanyl")
                                .setQuantity(Shipments.tablets("630000"))
                                .build()))
                .build();
    }

    @Test
    void aLaboratoryResultThatNamesAnotherDrugIsReported() {
        Seizure plain = Events.seizure("z", "2024-01-01", "fentanyl", "1");

        assertThat(screening.send(result(plain, "fentanilo y heroína"))).isEmpty();
        assertThat(screening.send(result(plain, "metanfetamina")))
                .singleElement()
                .satisfies(
                        alert -> assertThat(alert.getExplanation()).contains("the laboratory says \"metanfetamina\""));
    }

    private static Seizure result(Seizure seizure, String result) {
        return Seizure.newBuilder(seizure)
                .setItems(List.of(SeizedItem.newBuilder(seizure.getItems().getFirst())
                        .setLaboratoryResult(result)
                        .build()))
                .build();
    }

    // Settings and jurisdictions

    @Test
    void newSettingsJudgeThePastAgain() {
        screening.send(shipment("a", 1, ACETONE, "40"), shipment("b", 9, ACETONE, "70"));

        screening.settings(settings(1, true, Map.of("least_shipments", "2")));

        assertThat(screening.sent()).singleElement().satisfies(alert -> {
            assertThat(alert.getSubjectId()).isEqualTo("b");
            assertThat(alert.getEvidence())
                    .filteredOn(e -> e.getKind() == EvidenceKind.SETTING)
                    .singleElement()
                    .satisfies(e -> assertThat(e.getFacts())
                            .containsEntry("version", "1")
                            .containsEntry("least_shipments", "2"));
        });

        screening.settings(settings(2, false, Map.of()));

        assertThat(screening.sent()).singleElement().satisfies(alert -> {
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.WITHDRAWN);
            assertThat(alert.getExplanation()).contains("With version 2 of the settings of STRUCTURING");
        });
    }

    @Test
    void aValueOutOfRangeKeepsItsDefault() {
        screening.settings(settings(1, true, Map.of("least_shipments", "1", "period", "abc")));

        assertThat(screening.send(shipment("a", 1, ACETONE, "90"))).isEmpty();
    }

    private static DetectorSettings settings(int version, boolean enabled, Map<String, String> values) {
        return DetectorSettings.newBuilder()
                .setDetector("STRUCTURING")
                .setVersion(version)
                .setEnabled(enabled)
                .setValues(values)
                .setRecordedAt(Instant.EPOCH)
                .build();
    }

    @Test
    void whoControlsThePortOnTheDayIsConcerned() {
        screening.jurisdiction(control("SAT", "2010-01-01", "2023-01-10"));
        screening.jurisdiction(control("SEMAR", "2023-01-10", ""));

        assertThat(screening.send(
                        shipment("a", 1, ACETONE, "40"),
                        shipment("b", 2, ACETONE, "40"),
                        shipment("c", 12, ACETONE, "40")))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.getConcerns()).containsExactly("SEMAR");
                    assertThat(alert.getExplanation()).contains("under the control of SEMAR");
                });
    }

    private static Jurisdiction control(String agency, String from, String until) {
        return Jurisdiction.newBuilder()
                .setJurisdictionId("MX/MXZLO/SEA/" + from)
                .setCountry("MX")
                .setPlace("Manzanillo")
                .setLocode("MXZLO")
                .setKind("SEA")
                .setAgency(agency)
                .setValidFrom(LocalDate.parse(from))
                .setValidUntil(until.isEmpty() ? null : LocalDate.parse(until))
                .setRecordedAt(Instant.EPOCH)
                .setSource(Events.source("jurisdictions", 2))
                .build();
    }
}
