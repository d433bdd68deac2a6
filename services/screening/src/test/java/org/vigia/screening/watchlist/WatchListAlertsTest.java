package org.vigia.screening.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.schemas.fixtures.Events.kilograms;
import static org.vigia.schemas.fixtures.Events.listing;
import static org.vigia.schemas.fixtures.Events.shipment;
import static org.vigia.screening.Shipments.aceticAnhydride;
import static org.vigia.screening.Shipments.goods;
import static org.vigia.screening.Shipments.litres;
import static org.vigia.screening.Shipments.period;
import static org.vigia.screening.Shipments.withConfidence;
import static org.vigia.screening.Shipments.withGoods;
import static org.vigia.screening.Shipments.withPeriods;
import static org.vigia.screening.Shipments.withPrecision;
import static org.vigia.screening.Shipments.withThreshold;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.AlertStatus;
import org.vigia.events.Evidence;
import org.vigia.events.EvidenceKind;
import org.vigia.events.GoodsLine;
import org.vigia.events.ListingPeriod;
import org.vigia.events.Party;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Quantity;
import org.vigia.events.Severity;
import org.vigia.events.TimePrecision;
import org.vigia.events.WatchListEntry;

class WatchListAlertsTest {

    private static final Instant DETECTED_AT = Instant.parse("2026-01-01T00:00:00Z");

    private static final WatchListEntry PIPERIDONE = withConfidence(
            withPeriods(
                    listing("UN", "1-boc-4-piperidone", "79099-07-3", "2024-12-03"),
                    period("2024-12-03", TimePrecision.DAY, "")),
            "seen");

    private static final WatchListEntry ACETIC_ANHYDRIDE = listing("UN", "Acetic anhydride", "108-24-7", "2001-01-01");

    @Test
    void theExplanationTellsTheWholeStory() {
        Alert alert = alert(shipment("test:s-1", "2025-03-05", "1-BOC-4-PIPERIDONE", "79099-07-3", "500"), PIPERIDONE);
        assertThat(alert.getExplanation())
                .isEqualTo("Shipment test:s-1 of 5 March 2025, reported by test, declares goods that are on the list"
                        + " \"list\" of UN."
                        + " Goods line 1 (line 2 of the file batch-1.csv) was declared as \"1-BOC-4-PIPERIDONE\", 500"
                        + " kilograms."
                        + " It declares the CAS number 79099-07-3 (the chemical registry's number of the substance),"
                        + " whose check digit is correct and which is that of the list entry \"1-boc-4-piperidone\"."
                        + " The list entry \"1-boc-4-piperidone\" was in force on the date of the shipment: it has been"
                        + " in force since 3 December 2024. The source of this is \"Gazette 12\"."
                        + " The list entry sets no minimum quantity for this period."
                        + " How sure the list entry is, in the words of its source: \"seen\".");
    }

    @Test
    void theFieldsOfTheAlertComeFromTheShipmentAndTheEntry() {
        PrecursorShipment shipment = PrecursorShipment.newBuilder(
                        shipment("test:s-1", "2025-03-05", "x", "79099-07-3", "500"))
                .setShipper(party("Shipper Ltd"))
                .setConsignee(party("Consignee SA"))
                .setNotifyParty(party("Consignee SA"))
                .setBroker(party(" "))
                .build();
        Alert alert = alert(shipment, PIPERIDONE);
        assertThat(alert.getKind()).isEqualTo(AlertKind.WATCH_LIST);
        assertThat(alert.getStatus()).isEqualTo(AlertStatus.RAISED);
        assertThat(alert.getVersion()).isEqualTo(1);
        assertThat(alert.getSeverity()).isEqualTo(Severity.HIGH);
        assertThat(alert.getSubjectId()).isEqualTo("test:s-1");
        assertThat(alert.getSubstances()).containsExactly("1-boc-4-piperidone");
        assertThat(alert.getParties()).containsExactly("Shipper Ltd", "Consignee SA");
        assertThat(alert.getHandling()).isEqualTo(shipment.getEnvelope().getHandling());
        assertThat(alert.getOccurredAt()).isEqualTo(shipment.getEnvelope().getOccurredAt());
        assertThat(alert.getDetectedAt()).isEqualTo(DETECTED_AT);
    }

    @Test
    void theIdDependsOnEventAuthorityListAndSubstanceAlone() {
        String id = alert(shipment("test:s-1", "2025-03-05", "x", "79099-07-3", "500"), PIPERIDONE)
                .getAlertId();
        assertThat(id).isEqualTo("WL-7983ae770215a6c9e4ae939cb0b2cc5d");
        assertThat(alert(shipment("test:s-1", "2026-01-01", "y", "79099-07-3", "1"), PIPERIDONE)
                        .getAlertId())
                .isEqualTo(id);
        assertThat(List.of(
                        new ListedSubstance("UN", "list", "79099-07-3").alertId("test:s-2"),
                        new ListedSubstance("US", "list", "79099-07-3").alertId("test:s-1"),
                        new ListedSubstance("UN", "list 2", "79099-07-3").alertId("test:s-1"),
                        new ListedSubstance("UN", "list", "1-boc-4-piperidone").alertId("test:s-1")))
                .doesNotHaveDuplicates()
                .doesNotContain(id);
    }

    @Test
    void theEvidenceNamesTheRowsItRestsOn() {
        Alert alert = alert(
                shipment("test:s-1", "2025-03-05", "x CAS 79099-07-3", "", "500"),
                withThreshold(PIPERIDONE, kilograms("200")));
        assertThat(alert.getEvidence())
                .extracting(Evidence::getKind)
                .containsExactly(EvidenceKind.EVENT, EvidenceKind.LIST_ENTRY, EvidenceKind.THRESHOLD);
        Evidence event = alert.getEvidence().get(0);
        assertThat(event.getReference()).isEqualTo("test:s-1");
        assertThat(event.getSource().getFile()).isEqualTo("batch-1.csv");
        assertThat(event.getSource().getLine()).isEqualTo(2);
        assertThat(event.getSource().getChecksum()).isEqualTo("0".repeat(64));
        assertThat(event.getFacts())
                .containsEntry("description", "x CAS 79099-07-3")
                .containsEntry("date", "2025-03-05")
                .containsEntry("quantity", "500 kilograms");
        Evidence entry = alert.getEvidence().get(1);
        assertThat(entry.getReference()).isEqualTo("UN/list/79099-07-3");
        assertThat(entry.getSource().getLine()).isEqualTo(7);
        assertThat(entry.getFacts())
                .containsEntry("listedFrom", "2024-12-03")
                .containsEntry("reference", "Gazette 12")
                .containsEntry("confidence", "seen")
                .containsEntry("line 1 matched by", "CAS number 79099-07-3 in description");
        Evidence threshold = alert.getEvidence().get(2);
        assertThat(threshold.getFacts())
                .containsEntry("threshold", "200 kilograms")
                .containsEntry("listedFrom", "2024-12-03")
                .containsEntry("total", "500 kilograms")
                .containsEntry("outcome", "REACHED")
                .doesNotContainKey("assumption");
        assertThat(threshold.getSource().getLine()).isEqualTo(7);
    }

    @Test
    void aMonthInWhichTheListingBeganMayHaveSeenTheShipmentBefore() {
        WatchListEntry since = withPeriods(ACETIC_ANHYDRIDE, period("2021-05-25", TimePrecision.DAY, ""));
        PrecursorShipment ofMay = withPrecision(aceticAnhydride("s", "2021-05-01", "1"), TimePrecision.MONTH);
        Alert alert = alert(ofMay, since);
        assertThat(alert.getExplanation())
                .contains("Shipment s of May 2021 (the day is not known), reported by")
                .contains("was in force on some days of May 2021, but not on all of them: it has been in force since 25"
                        + " May 2021. The shipment may have been before that.");
        assertThat(alert.getEvidence().getFirst().getFacts())
                .containsEntry("date", "2021-05-01")
                .containsEntry("lastDate", "2021-05-31");
        assertThat(alert.getEvidence().get(1).getDetail()).contains("The shipment may have been before that.");
    }

    @Test
    void aYearInWhichTheListingEndedMayHaveSeenTheShipmentAfter() {
        WatchListEntry until = withPeriods(ACETIC_ANHYDRIDE, period("2001-01-01", TimePrecision.DAY, "2021-05-25"));
        PrecursorShipment ofYear = withPrecision(aceticAnhydride("s", "2021-01-01", "1"), TimePrecision.YEAR);
        assertThat(alert(ofYear, until).getExplanation())
                .contains("was in force on some days of 2021, but not on all of them")
                .contains("It ceased to be in force on 25 May 2021. The shipment may have been on or after that day.")
                .doesNotContain("may have been before");
    }

    @Test
    void theThresholdIsThatOfThePeriodAndTheEvidenceNamesItsRow() {
        ListingPeriod now = ListingPeriod.newBuilder(
                        withThreshold(period("2021-05-25", TimePrecision.DAY, ""), kilograms("5")))
                .setLine(8)
                .build();
        WatchListEntry entry = withPeriods(
                ACETIC_ANHYDRIDE,
                withThreshold(period("2001-01-01", TimePrecision.DAY, "2021-05-25"), kilograms("100")),
                now);
        Alert alert = alert(aceticAnhydride("s", "2021-05-25", "50"), entry);
        assertThat(alert.getExplanation()).contains("reaches the minimum of 5 kilograms that the list entry sets for");
        Evidence threshold = alert.getEvidence().getLast();
        assertThat(threshold.getSource().getLine()).isEqualTo(8);
        assertThat(threshold.getFacts())
                .containsEntry("threshold", "5 kilograms")
                .containsEntry("listedFrom", "2021-05-25")
                .doesNotContainKey("listedUntil");
    }

    @Test
    void aMatchByNameSaysSoAndMentionsTheCasNumberThatFails() {
        Alert alert = alert(shipment("s", "2024-01-01", "acetic anhydride", "108-24-8", "1"), ACETIC_ANHYDRIDE);
        assertThat(alert.getSeverity()).isEqualTo(Severity.MEDIUM);
        assertThat(alert.getExplanation())
                .contains("The match rests on the name alone.")
                .contains("CAS number 108-24-8, which fails its check digit and was therefore not used.");
        assertThat(alert.getEvidence().get(1).getFacts()).containsEntry("line 1 failed check digit", "108-24-8");
    }

    @Test
    void linesWithoutANumberAreNamedByTheirPlaceInTheFile() {
        GoodsLine first = GoodsLine.newBuilder(goods("4", "acetic anhydride", "108-24-7"))
                .setLine("")
                .build();
        GoodsLine second = GoodsLine.newBuilder(first).setSourceLine(9).build();
        WatchListEntry entry = withThreshold(ACETIC_ANHYDRIDE, kilograms("1"));
        Alert alert = alert(withGoods(aceticAnhydride("s", "2024-01-01", "1"), first, second), entry);

        assertThat(alert.getExplanation())
                .contains("The goods line in line 5 of the file ")
                .contains("the quantity in goods lines (line 5 of the file) and (line 9 of the file) is unknown");
        assertThat(alert.getEvidence())
                .anySatisfy(evidence -> assertThat(evidence.getFacts())
                        .containsKeys("line (line 5 of the file) matched by", "line (line 9 of the file) matched by"));
    }

    @Test
    void anotherSubstancesCasNumberIsPointedOut() {
        assertThat(alert(shipment("s", "2024-01-01", "acetic anhydride", "67-64-1", "1"), ACETIC_ANHYDRIDE)
                        .getExplanation())
                .contains("It also declares the CAS number 67-64-1, which is not that of the list entry (108-24-7).");
    }

    @Test
    void anUnknownStartIsCalledUnproved() {
        WatchListEntry undated = withPeriods(ACETIC_ANHYDRIDE, period("", TimePrecision.UNKNOWN, ""));
        assertThat(alert(aceticAnhydride("s", "2024-01-01", "1"), undated).getExplanation())
                .contains(
                        "The list does not say since when its entry \"Acetic anhydride\" is in force; it is treated as"
                                + " in force on the date of the shipment, which is not proved.");
    }

    @Test
    void aDateKnownToTheMonthOnlyIsCalledThat() {
        WatchListEntry since = withPeriods(ACETIC_ANHYDRIDE, period("2022-04-01", TimePrecision.MONTH, "2024-01-01"));
        PrecursorShipment ofMay = withPrecision(aceticAnhydride("s", "2023-05-01", "1"), TimePrecision.MONTH);
        assertThat(alert(ofMay, since).getExplanation())
                .contains("Shipment s of May 2023 (the day is not known), reported by")
                .contains("was in force on every day of May 2023: it has been")
                .doesNotContain("may have been")
                .contains("in force since 1 April 2022 (only the month, April 2022, is known")
                .contains("It ceased to be in force on 1 January 2024.");
    }

    @Test
    void anUnverifiedEntryIsOneStepLessSevereAndSaysWhy() {
        Alert alert = alert(aceticAnhydride("s", "2024-01-01", "1"), withConfidence(ACETIC_ANHYDRIDE, "unverified"));
        assertThat(alert.getSeverity()).isEqualTo(Severity.MEDIUM);
        assertThat(alert.getExplanation()).contains("\"unverified\"").contains("one step less severe");
    }

    @Test
    void anUnknownQuantityCouldNotBeShownToBeBelow() {
        PrecursorShipment unknown = withGoods(
                aceticAnhydride("s", "2024-01-01", "1"),
                goods("1", "acetic anhydride", "", kilograms("10")),
                goods("2", "acetic anhydride", ""));
        assertThat(alert(unknown, withThreshold(ACETIC_ANHYDRIDE, kilograms("100")))
                        .getExplanation())
                .contains("\"acetic anhydride\", an unknown quantity.")
                .contains(
                        "The declared quantity that can be compared is 10 kilograms in all; the quantity in goods line"
                                + " 2 is unknown or cannot be compared, so it could not be shown that the shipment is below the"
                                + " minimum of 100 kilograms that the list entry sets for this period.");
    }

    @Test
    void theAssumedDensityIsNamedWhereItIsUsed() {
        PrecursorShipment liquid =
                withGoods(aceticAnhydride("s", "2024-01-01", "1"), goods("1", "acetic anhydride", "", litres("200")));
        Alert alert = alert(liquid, withThreshold(ACETIC_ANHYDRIDE, kilograms("100")));
        assertThat(alert.getExplanation()).contains("One litre was assumed to weigh one kilogram (1 L = 1 kg).");
        assertThat(alert.getEvidence().getLast().getFacts()).containsEntry("assumption", "1 L = 1 kg");
    }

    @Test
    void aLongDescriptionIsCutInTheTextAndKeptInTheEvidence() {
        String description = "acetic anhydride, " + "drum ".repeat(100).strip();
        Alert alert = alert(shipment("s", "2024-01-01", description, "", "1"), ACETIC_ANHYDRIDE);
        assertThat(alert.getExplanation()).contains("...\"").doesNotContain(description);
        assertThat(alert.getEvidence().getFirst().getFacts()).containsEntry("description", description);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drum of acetic anhydride", "\u7121\u6c34\u918b\u9178"})
    void anAlertOfALargeShipmentStaysSmallAndSaysHowManyLinesThereAre(String text) throws IOException {
        GoodsLine[] goods = IntStream.rangeClosed(1, 5_000)
                .mapToObj(line -> goods(Integer.toString(line), text.repeat(40), "108-24-7"))
                .toArray(GoodsLine[]::new);
        PrecursorShipment large = withGoods(aceticAnhydride("s", "2024-01-01", "1"), goods);

        Alert alert = alert(large, withThreshold(ACETIC_ANHYDRIDE, kilograms("100")));

        assertThat(Alert.getEncoder().encode(alert).remaining()).isLessThan(256 * 1024);
        assertThat(alert.getExplanation())
                .contains("Goods line 20 (line 21 of")
                .doesNotContain("Goods line 21 (")
                .contains("4980 more goods lines match this list entry; the evidence names the first 100.")
                .contains("the quantity in goods lines 1, 2, 3,")
                .contains("19, 20 and 4980 more is unknown");
        List<Evidence> events = alert.getEvidence().stream()
                .filter(evidence -> evidence.getKind() == EvidenceKind.EVENT)
                .toList();
        assertThat(events).hasSize(101);
        assertThat(events.get(99).getFacts()).containsEntry("line", "100");
        assertThat(events.getLast().getFacts()).containsEntry("moreLines", "4900");
        assertThat(alert.getEvidence().get(101).getFacts())
                .containsEntry("moreLines", "4900")
                .containsKey("line 100 matched by")
                .doesNotContainKey("line 101 matched by");
        assertThat(alert.getEvidence().getLast().getFacts().get("unknownLines")).endsWith(" | 100 and 4900 more");
    }

    @Test
    void anAlertOfTwentyLinesNamesThemAll() {
        GoodsLine[] goods = IntStream.rangeClosed(1, 20)
                .mapToObj(line -> goods(Integer.toString(line), "acetic anhydride", ""))
                .toArray(GoodsLine[]::new);
        Alert alert = alert(withGoods(aceticAnhydride("s", "2024-01-01", "1"), goods), ACETIC_ANHYDRIDE);
        assertThat(alert.getExplanation()).contains("Goods line 20 (").doesNotContain(" more goods");
        assertThat(alert.getEvidence()).hasSize(21);
    }

    @Test
    void aThresholdWhoseAmountIsNoNumberIsQuoted() {
        Quantity odd = Quantity.newBuilder(kilograms("100")).setAmount("100 kg").build();
        assertThat(alert(aceticAnhydride("s", "2024-01-01", "100"), withThreshold(ACETIC_ANHYDRIDE, odd))
                        .getExplanation())
                .contains("reaches the minimum of \"100 kg\" kilogram");
    }

    private static Alert alert(PrecursorShipment shipment, WatchListEntry entry) {
        WatchListRules rules = WatchListRules.defaults();
        Finding finding = new WatchListScreening(WatchListIndex.of(List.of(entry)), rules)
                .screen(shipment)
                .getFirst();
        return new WatchListAlerts(rules).write(shipment, finding, DETECTED_AT);
    }

    private static Party party(String name) {
        return Party.newBuilder().setName(name).build();
    }
}
