package org.vigia.screening.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.schemas.fixtures.Events.kilograms;
import static org.vigia.schemas.fixtures.Events.listing;
import static org.vigia.schemas.fixtures.Events.shipment;
import static org.vigia.screening.Shipments.aceticAnhydride;
import static org.vigia.screening.Shipments.goods;
import static org.vigia.screening.Shipments.period;
import static org.vigia.screening.Shipments.withGoods;
import static org.vigia.screening.Shipments.withPeriods;
import static org.vigia.screening.Shipments.withPrecision;
import static org.vigia.screening.Shipments.withStatus;
import static org.vigia.screening.Shipments.withSynonyms;
import static org.vigia.screening.Shipments.withThreshold;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.events.ClaimStatus;
import org.vigia.events.ListingPeriod;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.TimePrecision;
import org.vigia.events.WatchListEntry;
import org.vigia.screening.identity.ClassRule;

class WatchListScreeningTest {

    private static final WatchListEntry ACETIC_ANHYDRIDE =
            withSynonyms(listing("UN", "Acetic anhydride", "108-24-7", "2001-01-01"), "Anh\u00eddrido ac\u00e9tico");
    private static final WatchListEntry FOUR_AP = listing("UN", "4-AP", "23056-29-3", "2001-01-01");

    @ParameterizedTest
    @CsvSource({"2000-12-31, 0", "2001-01-01, 1", "2024-01-01, 1"})
    void aShipmentSeesTheListOfItsDay(String day, int findings) {
        assertThat(screen(aceticAnhydride("s", day, "1"), ACETIC_ANHYDRIDE)).hasSize(findings);
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 2021-04-01, 0", "MONTH, 2021-05-01, 1", "YEAR, 2020-01-01, 0", "YEAR, 2021-01-01, 1"})
    void aShipmentOfAMonthOrYearSeesTheListOfAnyDayOfIt(TimePrecision precision, String start, int findings) {
        WatchListEntry midMonth = listing("MX", "Acetic anhydride", "108-24-7", "2021-05-25");
        assertThat(screen(withPrecision(aceticAnhydride("s", start, "1"), precision), midMonth))
                .hasSize(findings);
        assertThat(screen(aceticAnhydride("s", start, "1"), midMonth)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-05-24, 99, 0",
        "2021-05-24, 100, 1",
        "2021-05-25, 4, 0",
        "2021-05-25, 5, 1",
        "2023-08-29, 4, 0",
        "2023-08-30, 1, 1"
    })
    void thePeriodInForceOnTheDateDecidesTheThreshold(String day, String kilograms, int findings) {
        WatchListEntry entry = withPeriods(
                ACETIC_ANHYDRIDE,
                withThreshold(period("2001-01-01", TimePrecision.DAY, "2021-05-25"), kilograms("100")),
                withThreshold(period("2021-05-25", TimePrecision.DAY, "2023-08-30"), kilograms("5")),
                period("2023-08-30", TimePrecision.DAY, ""));
        assertThat(screen(aceticAnhydride("s", day, kilograms), entry)).hasSize(findings);
    }

    @Test
    void ofAMonthAnyPeriodThatReportsTheQuantityDoes() {
        WatchListEntry entry = withPeriods(
                ACETIC_ANHYDRIDE,
                withThreshold(period("2001-01-01", TimePrecision.DAY, "2021-05-25"), kilograms("100")),
                withThreshold(period("2021-05-25", TimePrecision.DAY, ""), kilograms("5")));
        PrecursorShipment ofMay = withPrecision(aceticAnhydride("s", "2021-05-01", "50"), TimePrecision.MONTH);
        assertThat(screen(ofMay, entry))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.entries().getFirst().period().from()).isEqualTo("2021-05-25"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acetic anhydride",
                "ACETIC-ANHYDRIDE",
                "anhidrido acetico",
                "Anh\u00eddrido Ac\u00e9tico, tambores de 200 kg"
            })
    void aNameOrSynonymMatchesHoweverItIsSpelled(String description) {
        Finding finding = screen(shipment("s", "2024-01-01", description, "", "1"), ACETIC_ANHYDRIDE)
                .getFirst();
        assertThat(by(finding)).isInstanceOf(MatchedBy.Name.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acetic anhydrid", "glacial acetic anhydride", "Essigs\u00e4ureanhydrid", "cas108247"})
    void whatTheListDoesNotSpellMatchesByIdentity(String description) {
        Finding finding = screen(shipment("s", "2024-01-01", description, "", "1"), ACETIC_ANHYDRIDE)
                .getFirst();
        assertThat(by(finding))
                .isInstanceOfSatisfying(
                        MatchedBy.Identity.class,
                        identity -> assertThat(identity.identification().id()).isEqualTo("acetic-anhydride"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anhydride", "maleic anhydride", "polymer other than acetic anhydride"})
    void whatIsNotIdentifiedDoesNotMatch(String description) {
        assertThat(screen(shipment("s", "2024-01-01", description, "", "1"), ACETIC_ANHYDRIDE))
                .isEmpty();
    }

    @Test
    void aMaskedFormMatchesTheEntryWhoseWordingListsItsClass() {
        WatchListEntry worded =
                listing("US", "4-Piperidone, its acetals, amides, carbamates, salts", "41661-47-6", "2023-05-12");
        WatchListEntry plain = listing("UN", "4-Piperidone", "41661-47-6", "2023-05-12");
        PrecursorShipment masked = shipment("s", "2024-01-01", "benzyl 4-oxopiperidine-1-carboxylate, 25 kg", "", "1");
        assertThat(screen(masked, worded, plain)).singleElement().satisfies(finding -> {
            assertThat(finding.substance().authority()).isEqualTo("US");
            assertThat(by(finding))
                    .isInstanceOfSatisfying(
                            MatchedBy.Identity.class,
                            identity -> assertThat(identity.rule())
                                    .isNotNull()
                                    .extracting(ClassRule::id)
                                    .isEqualTo("class-4-piperidone-carbamates"));
        });
        assertThat(screen(shipment("s", "2024-01-01", "reagent", "79099-07-3", "1"), worded, plain))
                .hasSize(1);
        assertThat(screen(shipment("s", "2024-01-01", "4-piperidone HCl monohydrate", "", "1"), worded, plain))
                .hasSize(2);
    }

    @Test
    void aClassIsListedInThePeriodsWhoseRuleSaysSo() {
        WatchListEntry entry = withPeriods(
                listing("US", "4-Anilinopiperidine", "23056-29-3", "2020-05-15"),
                period("2020-05-15", TimePrecision.DAY, "2023-11-30"),
                ListingPeriod.newBuilder(period("2023-11-30", TimePrecision.DAY, ""))
                        .setClassRule("its amides, carbamates, halides and salts")
                        .build());
        String halide = "N-(4-bromophenyl)piperidin-4-amine";
        assertThat(screen(shipment("s", "2023-11-29", halide, "", "1"), entry)).isEmpty();
        assertThat(screen(shipment("s", "2023-11-30", halide, "", "1"), entry)).hasSize(1);
    }

    @Test
    void aCasNumberInTheDescriptionMatches() {
        Finding finding = screen(shipment("s", "2024-01-01", "reagent CAS 108-24-7", "", "1"), ACETIC_ANHYDRIDE)
                .getFirst();
        assertThat(by(finding)).hasToString("Cas[cas=108-24-7, inDescription=true]");
    }

    @Test
    void aCasNumberThatFailsItsCheckDigitMatchesByIdentityOnly() {
        WatchListEntry misprinted = listing("UN", "Norfentanyl", "1609-66-5", "2001-01-01");
        Finding byNumber = screen(shipment("s", "2024-01-01", "reagent", "1609-66-5", "1"), misprinted)
                .getFirst();
        assertThat(by(byNumber))
                .isInstanceOfSatisfying(
                        MatchedBy.Identity.class,
                        identity -> assertThat(identity.identification().conflicts())
                                .singleElement()
                                .asString()
                                .contains("1609-66-5", "check digit"));
        Finding byName = screen(shipment("s", "2024-01-01", "norfentanyl", "1609-66-5", "1"), misprinted)
                .getFirst();
        assertThat(by(byName))
                .isInstanceOfSatisfying(
                        MatchedBy.Name.class,
                        name -> assertThat(name.failedCas()).containsExactly("1609-66-5"));
        assertThat(byName.substance().substance()).isEqualTo("norfentanyl");
    }

    @Test
    void aVeryShortNameMustBeTheWholeDescription() {
        assertThat(screen(shipment("s", "2024-01-01", "4\u2013ap", "", "1"), FOUR_AP))
                .hasSize(1);
        assertThat(screen(shipment("s", "2024-01-01", "4-AP CAS 23056-29-4", "", "1"), FOUR_AP))
                .hasSize(1);
        assertThat(screen(shipment("s", "2024-01-01", "buffer, 4-AP, resin", "", "1"), FOUR_AP))
                .isEmpty();
    }

    @Test
    void aNameWithTheCasNumberOfAnotherSubstanceTellsOfBoth() {
        List<Finding> findings =
                screen(shipment("s", "2024-01-01", "Acetic anhydride", "23056-29-3", "1"), ACETIC_ANHYDRIDE, FOUR_AP);
        assertThat(findings)
                .extracting(finding -> finding.substance().substance())
                .containsExactly("108-24-7", "23056-29-3");
        assertThat(by(findings.getFirst()))
                .isInstanceOfSatisfying(
                        MatchedBy.Name.class,
                        name -> assertThat(name.otherCas()).hasToString("[23056-29-3]"));
    }

    @Test
    void aWithdrawnEntryIsNoEntry() {
        WatchListEntry withdrawn =
                WatchListEntry.newBuilder(ACETIC_ANHYDRIDE).setWithdrawn(true).build();
        assertThat(screen(aceticAnhydride("s", "2024-01-01", "1"), withdrawn)).isEmpty();
    }

    @Test
    void aRetractedShipmentGivesNothing() {
        assertThat(screen(withStatus(aceticAnhydride("s", "2024-01-01", "1"), ClaimStatus.RETRACTED), ACETIC_ANHYDRIDE))
                .isEmpty();
    }

    @Test
    void eachListOfEachAuthorityFindsForItself() {
        assertThat(screen(
                        aceticAnhydride("s", "2024-01-01", "1"),
                        ACETIC_ANHYDRIDE,
                        listing("MX", "Acetic anhydride", "108-24-7", "2021-01-01")))
                .extracting(finding -> finding.substance().authority())
                .containsExactly("MX", "UN");
    }

    @Test
    void twoEntriesOfOneSubstanceShareOneFindingAndOneQuantity() {
        WatchListEntry first = withThreshold(ACETIC_ANHYDRIDE, kilograms("100"));
        WatchListEntry second = WatchListEntry.newBuilder(first)
                .setEntryId("UN/list/second")
                .setName("Ethanoic anhydride")
                .setSynonyms(List.of())
                .build();
        PrecursorShipment byTwoNames = withGoods(
                aceticAnhydride("s", "2024-01-01", "1"),
                goods("1", "acetic anhydride", "", kilograms("60")),
                goods("2", "ethanoic anhydride", "", kilograms("60")));
        assertThat(screen(byTwoNames, first, second))
                .singleElement()
                .satisfies(finding -> assertThat(finding.entries()).hasSize(2));
    }

    @Test
    void twoLinesThatReadTheSameAreBothCounted() {
        WatchListEntry entry = withThreshold(ACETIC_ANHYDRIDE, kilograms("100"));
        PrecursorShipment twice = withGoods(
                aceticAnhydride("s", "2024-01-01", "1"),
                goods("1", "acetic anhydride", "", kilograms("50")),
                goods("1", "acetic anhydride", "", kilograms("50")));
        assertThat(screen(twice, entry)).hasSize(1);
    }

    private static List<Finding> screen(PrecursorShipment shipment, WatchListEntry... entries) {
        WatchListIndex index = WatchListIndex.of(Arrays.asList(entries));
        return new WatchListScreening(index, WatchListRules.defaults()).screen(shipment);
    }

    private static MatchedBy by(Finding finding) {
        return finding.entries().getFirst().lines().getFirst().by();
    }
}
