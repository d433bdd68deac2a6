package org.vigia.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.trends.Claims.KILOGRAM;
import static org.vigia.trends.Claims.cocaine;
import static org.vigia.trends.Claims.figures;
import static org.vigia.trends.Claims.holding;
import static org.vigia.trends.Claims.in;
import static org.vigia.trends.Claims.item;
import static org.vigia.trends.Claims.labelled;
import static org.vigia.trends.Claims.precise;
import static org.vigia.trends.Claims.retracted;
import static org.vigia.trends.Claims.tablets;
import static org.vigia.trends.Claims.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigia.events.FoundItem;
import org.vigia.events.FoundItemKind;
import org.vigia.events.GoodsLine;
import org.vigia.events.Granularity;
import org.vigia.events.LabDismantlement;
import org.vigia.events.LabKind;
import org.vigia.events.Place;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Quantity;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;
import org.vigia.events.SeizureTrend;
import org.vigia.events.TimePrecision;
import org.vigia.events.TrafficLight;
import org.vigia.events.TrendFigures;
import org.vigia.events.TrendSeries;
import org.vigia.schemas.fixtures.Events;

class CalendarTrendsTest {

    private static final String CELL = "SEIZURES|cocaine|MX|MX-SIN|SEDENA";

    private final TrendsDriver driver = new TrendsDriver();

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aClaimCountsInItsDayWeekMonthAndYear() {
        driver.seize(cocaine("s-1", "2024-03-05", 3)).seize(cocaine("s-2", "2024-03-09", 4));

        assertThat(driver.trends().keySet())
                .containsExactlyInAnyOrder(
                        CELL + "|DAY|2024-03-05",
                        CELL + "|DAY|2024-03-09",
                        CELL + "|WEEK|2024-03-04",
                        CELL + "|MONTH|2024-03-01",
                        CELL + "|YEAR|2024-01-01");
        assertThat(driver.trend(CELL + "|WEEK|2024-03-04"))
                .isEqualTo(SeizureTrend.newBuilder()
                        .setSeries(TrendSeries.SEIZURES)
                        .setGranularity(Granularity.WEEK)
                        .setWindowStart(LocalDate.parse("2024-03-04"))
                        .setWindowEnd(LocalDate.parse("2024-03-11"))
                        .setDrug("cocaine")
                        .setCountry("MX")
                        .setArea("MX-SIN")
                        .setAgency("SEDENA")
                        .setFigures(figures(2, 7))
                        .setRevision(0)
                        .setTlp(TrafficLight.GREEN)
                        .build());
    }

    @Test
    void aDuplicateChangesNothing() {
        driver.seize(cocaine("s-1", "2024-03-05", 3));
        assertThat(driver.trends()).isNotEmpty();
        assertThat(driver.windows()).isNotEmpty();

        driver.seize(in("batch-2", cocaine("s-1", "2024-03-05", 3)));

        assertThat(driver.read(driver.topics().seizureTrends)).isEmpty();
        assertThat(driver.read(driver.topics().trendRestatements)).isEmpty();
        assertThat(driver.read(driver.topics().operationalWindows)).isEmpty();
    }

    @Test
    void aRevisionThatChangesNoFigureChangesNothing() {
        driver.seize(cocaine("s-1", "2024-03-05", 3));
        assertThat(driver.trends()).isNotEmpty();

        driver.seize(Seizure.newBuilder(in("batch-2", cocaine("s-1", "2024-03-05", 3)))
                .setConcealment("in the spare wheel")
                .build());

        assertThat(driver.read(driver.topics().seizureTrends)).isEmpty();
        assertThat(driver.read(driver.topics().trendRestatements)).isEmpty();
    }

    @Test
    void aRevisionReplacesWhatWasCounted() {
        driver.seize(cocaine("s-1", "2024-03-05", 3)).seize(cocaine("s-1", "2024-03-05", 5));

        SeizureTrend day = driver.trend(CELL + "|DAY|2024-03-05");
        assertThat(day.getFigures()).isEqualTo(figures(1, 5));
        assertThat(day.getRevision()).isEqualTo(1);
    }

    @Test
    void aClaimThatMovesWithinItsMonthLeavesTheMonthAlone() {
        driver.seize(cocaine("s-1", "2024-03-05", 3));
        assertThat(driver.trends()).isNotEmpty();

        driver.seize(cocaine("s-1", "2024-03-06", 3));

        assertThat(driver.read(driver.topics().seizureTrends).stream().map(trend -> trend.key))
                .containsExactlyInAnyOrder(CELL + "|DAY|2024-03-05", CELL + "|DAY|2024-03-06");
        assertThat(driver.read(driver.topics().trendRestatements).stream().map(restatement -> restatement.key))
                .containsExactlyInAnyOrder(CELL + "|DAY|2024-03-05|batch-1", CELL + "|DAY|2024-03-06|batch-1");
    }

    @Test
    void aClaimThatMovesToAnotherCellIsACorrectionOfBoth() {
        driver.seize(cocaine("s-1", "2024-03-05", 3))
                .seize(with(cocaine("s-1", "2024-03-05", 3), envelope -> envelope.setAgency("SEMAR")));

        SeizureTrend left = driver.trend(CELL + "|YEAR|2024-01-01");
        assertThat(left.getFigures()).isEqualTo(figures(0, 0));
        assertThat(left.getRevision()).isEqualTo(1);
        SeizureTrend joined = driver.trend("SEIZURES|cocaine|MX|MX-SIN|SEMAR|YEAR|2024-01-01");
        assertThat(joined.getFigures()).isEqualTo(figures(1, 3));
        assertThat(joined.getRevision()).isEqualTo(1);
    }

    @Test
    void aRetractedClaimLeavesZerosAndMayComeBack() {
        driver.seize(cocaine("s-1", "2024-03-05", 3)).seize(retracted(cocaine("s-1", "2024-03-05", 3)));

        assertThat(driver.trends().values()).allSatisfy(trend -> {
            assertThat(trend.getFigures()).isEqualTo(figures(0, 0));
            assertThat(trend.getRevision()).isEqualTo(1);
        });

        driver.seize(cocaine("s-1", "2024-03-05", 2));

        assertThat(driver.trends().values()).allSatisfy(trend -> {
            assertThat(trend.getFigures()).isEqualTo(figures(1, 2));
            assertThat(trend.getRevision()).isEqualTo(2);
        });
    }

    @Test
    void aClaimThatIsRetractedFromTheStartAddsNothing() {
        driver.seize(retracted(cocaine("s-1", "2024-03-05", 3)));

        assertThat(driver.trends()).isEmpty();
    }

    @Test
    void aMonthlyClaimCountsInNoDayOrWeek() {
        driver.seize(precise(TimePrecision.MONTH, cocaine("s-1", "2024-03-01", 3)))
                .seize(precise(TimePrecision.YEAR, cocaine("s-2", "2024-01-01", 4)))
                .seize(precise(TimePrecision.UNKNOWN, cocaine("s-3", "2024-05-07", 5)));

        assertThat(driver.trends().keySet())
                .containsExactlyInAnyOrder(
                        CELL + "|MONTH|2024-03-01",
                        CELL + "|YEAR|2024-01-01",
                        CELL + "|DAY|2024-05-07",
                        CELL + "|WEEK|2024-05-06",
                        CELL + "|MONTH|2024-05-01");
        assertThat(driver.trend(CELL + "|YEAR|2024-01-01").getFigures()).isEqualTo(figures(3, 12));
    }

    @Test
    void incidentsCountOnceForEachDrugAndQuantitiesOfOneDrugAreSummed() {
        driver.seize(holding(
                cocaine("s-1", "2024-03-05", 1),
                7,
                item("fentanyl", Events.kilograms("2")),
                item("fentanyl", tablets(500)),
                item("heroin", Events.kilograms("3"))));

        assertThat(driver.trend("SEIZURES|fentanyl|MX|MX-SIN|SEDENA|DAY|2024-03-05")
                        .getFigures())
                .isEqualTo(new TrendFigures(7L, 2 * KILOGRAM, 0L, 500_000L, 200 * KILOGRAM));
        assertThat(driver.trend("SEIZURES|heroin|MX|MX-SIN|SEDENA|DAY|2024-03-05")
                        .getFigures())
                .isEqualTo(figures(7, 3, Optional.of(6L)));
    }

    @Test
    void thePurityOfEachItemWeighsItsMorphineEquivalent() {
        SeizedItem pure = SeizedItem.newBuilder(item("fentanyl", Events.kilograms("2")))
                .setPurityPercent(50.0)
                .build();

        driver.seize(holding(cocaine("s-1", "2024-03-05", 1), 1, pure, item("fentanyl", Events.kilograms("1"))));

        assertThat(driver.trend("SEIZURES|fentanyl|MX|MX-SIN|SEDENA|DAY|2024-03-05")
                        .getFigures())
                .isEqualTo(figures(1, 3, Optional.of(200L)));
    }

    @Test
    void thePreviousYearIsShownWhicheverYearComesFirst() {
        driver.seize(cocaine("s-2", "2024-03-05", 4)).seize(cocaine("s-1", "2023-03-01", 3));

        assertThat(driver.trend(CELL + "|MONTH|2024-03-01").getPreviousYear()).isEqualTo(figures(1, 3));
        assertThat(driver.trend(CELL + "|YEAR|2024-01-01").getPreviousYear()).isEqualTo(figures(1, 3));
        assertThat(driver.trend(CELL + "|DAY|2024-03-05").getPreviousYear()).isNull();

        driver.seize(retracted(cocaine("s-1", "2023-03-01", 3)));

        assertThat(driver.trend(CELL + "|MONTH|2024-03-01").getPreviousYear()).isEqualTo(figures(0, 0));
        assertThat(driver.trend(CELL + "|MONTH|2024-03-01").getRevision()).isZero();
    }

    @Test
    void aFigureCarriesTheStrictestLabelThatCounts() {
        String month = CELL + "|MONTH|2024-03-01";
        driver.seize(labelled(TrafficLight.CLEAR, cocaine("s-1", "2024-03-05", 3)))
                .seize(labelled(TrafficLight.UNKNOWN, cocaine("s-2", "2024-03-06", 3)));
        assertThat(driver.trend(month).getTlp()).isEqualTo(TrafficLight.RED);

        driver.seize(labelled(TrafficLight.AMBER_STRICT, cocaine("s-2", "2024-03-06", 3)));
        assertThat(driver.trend(month).getTlp()).isEqualTo(TrafficLight.AMBER_STRICT);
        assertThat(driver.trend(month).getRevision()).isZero();

        driver.seize(retracted(cocaine("s-2", "2024-03-06", 3)));
        assertThat(driver.trend(month).getTlp()).isEqualTo(TrafficLight.CLEAR);
        assertThat(driver.trend(CELL + "|DAY|2024-03-06").getTlp()).isEqualTo(TrafficLight.RED);
    }

    @Test
    void aFigureCarriesTheLabelOfThePreviousYearThatItShows() {
        driver.seize(cocaine("s-1", "2024-03-05", 3))
                .seize(labelled(TrafficLight.AMBER, cocaine("s-2", "2023-03-05", 3)));

        assertThat(driver.trend(CELL + "|DAY|2024-03-05").getTlp()).isEqualTo(TrafficLight.AMBER);
    }

    @Test
    void anAreaIsTheSubdivisionElseTheAreaAsNamedAndNeverThePlace() {
        Place named = Place.newBuilder().setCountry("US").setArea("A|B").build();
        Place bare = Place.newBuilder().setCountry("US").setText("Hidalgo").build();

        driver.seize(with(cocaine("s-1", "2024-03-05", 3), envelope -> envelope.setPlace(named)))
                .seize(with(cocaine("s-2", "2024-03-05", 3), envelope -> envelope.setPlace(bare)));

        assertThat(driver.trend("SEIZURES|cocaine|US|A\\|B|SEDENA|DAY|2024-03-05")
                        .getArea())
                .isEqualTo("A|B");
        assertThat(driver.trend("SEIZURES|cocaine|US||SEDENA|DAY|2024-03-05").getArea())
                .isEmpty();
    }

    @Test
    void laboratoriesCountByKindAndTheirFindsInASeriesOfTheirOwn() {
        driver.dismantle(LabDismantlement.newBuilder()
                .setEnvelope(Events.envelope("l-1", "2024-03-05").build())
                .setKind(LabKind.METHAMPHETAMINE)
                .setLaboratories(2)
                .setItems(List.of(FoundItem.newBuilder()
                        .setKind(FoundItemKind.CHEMICAL)
                        .setDeclared("MONOMETILAMINA")
                        .setSubstance("methylamine")
                        .setQuantity(Quantity.newBuilder(Events.kilograms("0"))
                                .setMicrograms(null)
                                .setMicrolitres(5_000L)
                                .build())
                        .build()))
                .build());

        assertThat(driver.trend("LABORATORIES|methamphetamine|MX|MX-SIN|SEDENA|DAY|2024-03-05")
                        .getFigures())
                .isEqualTo(figures(2, 0));
        assertThat(driver.trend("LABORATORY_ITEMS|methylamine|MX|MX-SIN|SEDENA|DAY|2024-03-05")
                        .getFigures())
                .isEqualTo(new TrendFigures(2L, 0L, 5_000L, 0L, null));
    }

    @Test
    void shipmentsCountByValidCasElseByTextAtTheirDestination() {
        PrecursorShipment shipment = Events.shipment("p-1", "2024-03-05", "x", "108-24-7", "10");
        GoodsLine renamed = GoodsLine.newBuilder(shipment.getGoods().getFirst())
                .setDescription("  Anhídrido\tACÉTICO ")
                .setCas("108-24-8")
                .build();

        driver.ship(PrecursorShipment.newBuilder(shipment)
                .setGoods(List.of(shipment.getGoods().getFirst(), renamed, renamed))
                .build());

        assertThat(driver.trend("SHIPMENTS|108-24-7|MX|MXZLO|SEDENA|DAY|2024-03-05")
                        .getFigures())
                .isEqualTo(figures(1, 10));
        assertThat(driver.trend("SHIPMENTS|anhídrido acético|MX|MXZLO|SEDENA|DAY|2024-03-05")
                        .getFigures())
                .isEqualTo(figures(1, 20));
    }

    @Test
    void oneEventIdInTwoTopicsIsTwoClaims() {
        driver.seize(cocaine("x", "2024-03-05", 3)).ship(Events.shipment("x", "2024-03-05", "x", "108-24-7", "10"));

        assertThat(driver.trend(CELL + "|DAY|2024-03-05").getFigures()).isEqualTo(figures(1, 3));
        assertThat(driver.trend(CELL + "|DAY|2024-03-05").getRevision()).isZero();
    }

    @Test
    void aSeizureOfAssetsAloneAddsNothing() {
        driver.seize(holding(cocaine("s-1", "2024-03-05", 3), 1));

        assertThat(driver.trends()).isEmpty();
        assertThat(driver.read(driver.topics().operationalWindows)).isEmpty();
    }

    @Test
    void claimsBeyond64BitsStopNothingAndTakenBackLeaveTheExactSum() {
        for (int i = 0; i < 100; i++) {
            driver.seize(holding(
                    cocaine("absurd-" + i, "2024-03-05", 3), 1, item("fentanyl", Events.kilograms("100000000"))));
        }
        driver.seize(holding(cocaine("true", "2024-03-05", 3), 1, item("fentanyl", Events.kilograms("2"))));
        String fentanyl = CELL.replace("cocaine", "fentanyl") + "|YEAR|2024-01-01";
        TrendFigures absurd = driver.trend(fentanyl).getFigures();
        assertThat(absurd.getMicrograms()).isEqualTo(Long.MAX_VALUE);
        assertThat(absurd.getMorphineEquivalentMicrograms()).isEqualTo(Long.MAX_VALUE);

        for (int i = 0; i < 100; i++) {
            driver.seize(retracted(cocaine("absurd-" + i, "2024-03-05", 3)));
        }

        TrendFigures exact = driver.trend(fentanyl).getFigures();
        assertThat(exact.getEvents()).isOne();
        assertThat(exact.getMicrograms()).isEqualTo(2_000_000_000L);
        assertThat(exact.getMorphineEquivalentMicrograms()).isEqualTo(200_000_000_000L);
        assertThat(driver.deadLetters()).isEmpty();
    }

    @Test
    void anEventThatCannotBeTrueIsADeadLetterAndTheNextOneCounts() {
        SeizedItem pure = SeizedItem.newBuilder(item("cocaine", Events.kilograms("3")))
                .setPurityPercent(150.0)
                .build();
        driver.seize(holding(cocaine("s-1", "2024-03-05", 3), 1, pure))
                .seize(holding(cocaine("s-2", "2024-03-05", 3), 1, item("fentanyl", Events.kilograms("100000001"))))
                .seize(cocaine("s-3", "2024-03-05", 4));

        assertThat(driver.deadLetters()).containsExactly("s-1", "s-2");
        assertThat(driver.trend(CELL + "|DAY|2024-03-05").getFigures()).isEqualTo(figures(1, 4));
        assertThat(driver.trends().keySet()).noneMatch(key -> key.contains("fentanyl"));
    }

    @Test
    void aRecordWithoutValueClaimsNothing() {
        driver.seize(cocaine("s-1", "2024-03-05", 3));
        assertThat(driver.trends()).isNotEmpty();

        driver.sendNothing(driver.topics().seizures, "s-1");
        driver.sendNothing(driver.topics().labDismantlements, "l-1");
        driver.sendNothing(driver.topics().precursorShipments, "p-1");

        assertThat(driver.read(driver.topics().seizureTrends)).isEmpty();
        assertThat(driver.deadLetters()).isEmpty();
        driver.seize(cocaine("s-2", "2024-03-05", 1));
        assertThat(driver.trend(CELL + "|DAY|2024-03-05").getFigures()).isEqualTo(figures(2, 4));
    }

    @Test
    void aCasNumberIsKnownWhateverItsHyphensAndBlanks() {
        driver.ship(Events.shipment("p-1", "2024-03-05", "AA", "\u00a0108\u201124\u20137", "1"))
                .ship(Events.shipment("p-2", "2024-03-05", "acetic anhydride", "108-24-7", "1"));

        assertThat(driver.trends().values())
                .allSatisfy(trend -> assertThat(trend.getDrug()).isEqualTo("108-24-7"))
                .isNotEmpty();
    }

    @Test
    void figuresAreStampedWithTheTimeAtWhichTheClaimWasRecorded() {
        driver.seize(cocaine("s-1", "2019-03-05", 3));

        assertThat(driver.timestamps(driver.topics().seizureTrends))
                .containsOnly(Events.RECORDED_AT.toEpochMilli())
                .hasSize(4);
    }

    @Test
    void rocksdbGivesTheSameTrends() {
        try (TrendsDriver rocks = new TrendsDriver(TrendsSettings.defaults())) {
            for (TrendsDriver each : List.of(driver, rocks)) {
                each.seize(cocaine("s-1", "2023-03-05", 3))
                        .seize(in("batch-2", cocaine("s-2", "2024-03-05", 4)))
                        .seize(in("batch-2", cocaine("s-3", "2023-03-05", 4)))
                        .seize(in("batch-3", retracted(cocaine("s-1", "2023-03-05", 3))));
            }

            assertThat(rocks.trends()).isEqualTo(driver.trends()).hasSize(8);
            assertThat(rocks.restatements()).isEqualTo(driver.restatements()).isNotEmpty();
            assertThat(rocks.windows()).isEqualTo(Map.copyOf(driver.windows())).isNotEmpty();
        }
    }
}
