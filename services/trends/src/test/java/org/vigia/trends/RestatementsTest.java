package org.vigia.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.trends.Claims.cocaine;
import static org.vigia.trends.Claims.figures;
import static org.vigia.trends.Claims.in;
import static org.vigia.trends.Claims.labelled;
import static org.vigia.trends.Claims.precise;
import static org.vigia.trends.Claims.retracted;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigia.events.Granularity;
import org.vigia.events.RestatementCause;
import org.vigia.events.RestatingClaim;
import org.vigia.events.TimePrecision;
import org.vigia.events.TrafficLight;
import org.vigia.events.TrendRestatement;
import org.vigia.events.TrendSeries;
import org.vigia.schemas.fixtures.Events;

class RestatementsTest {

    private static final String CELL = "SEIZURES|cocaine|MX|MX-SIN|SEDENA";
    private static final String MARCH = CELL + "|MONTH|2024-03-01|";

    private final TrendsDriver driver = new TrendsDriver();

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void theBatchThatFirstPublishesAPeriodRestatesNothingInAnyRowOrder() {
        for (String month : List.of("2024-04-01", "2024-12-01", "2024-02-01", "2024-01-01")) {
            driver.seize(in("b-1", precise(TimePrecision.MONTH, cocaine("s-" + month, month, 1))));
        }
        driver.seize(in("b-2", precise(TimePrecision.MONTH, cocaine("s-next", "2025-01-01", 1))));

        assertThat(driver.restatements()).isEmpty();
    }

    @Test
    void anAdditionAfterItsPeriodHadClosedIsLate() {
        driver.seize(in("b-1", cocaine("s-1", "2024-03-05", 3))).seize(in("b-1", cocaine("s-2", "2024-04-01", 1)));

        driver.seize(in("b-2", cocaine("s-3", "2024-03-09", 4)));

        TrendRestatement march = driver.restatement(MARCH + "b-2");
        assertThat(march)
                .isEqualTo(TrendRestatement.newBuilder()
                        .setRestatementId(MARCH + "b-2")
                        .setSeries(TrendSeries.SEIZURES)
                        .setGranularity(Granularity.MONTH)
                        .setWindowStart(LocalDate.parse("2024-03-01"))
                        .setWindowEnd(LocalDate.parse("2024-04-01"))
                        .setDrug("cocaine")
                        .setCountry("MX")
                        .setArea("MX-SIN")
                        .setAgency("SEDENA")
                        .setBefore(figures(1, 3))
                        .setAfter(figures(2, 7))
                        .setBatchId("b-2")
                        .setClaims(List.of(new RestatingClaim(
                                "s-3", RestatementCause.LATE, figures(1, 4), Events.source("b-2", 2))))
                        .setClaimCount(1)
                        .setTlp(TrafficLight.GREEN)
                        .build());
        assertThat(driver.trend(CELL + "|MONTH|2024-03-01").getRevision()).isZero();
        assertThat(driver.restatements().keySet())
                .containsExactlyInAnyOrder(MARCH + "b-2", CELL + "|DAY|2024-03-09|b-2", CELL + "|WEEK|2024-03-04|b-2");
    }

    @Test
    void aPeriodIsClosedFromItsEndOnAndNotBefore() {
        driver.seize(in("b-1", cocaine("s-1", "2024-03-30", 3)));
        driver.seize(in("b-2", cocaine("s-2", "2024-03-05", 3)));
        assertThat(driver.restatements()).doesNotContainKey(MARCH + "b-2");

        driver.seize(in("b-2", cocaine("s-3", "2024-03-31", 3)));
        driver.seize(in("b-3", cocaine("s-4", "2024-03-05", 3)));
        assertThat(driver.restatements()).containsKey(MARCH + "b-3");
    }

    @Test
    void anotherCellDoesNotCloseAPeriod() {
        driver.seize(in("b-1", Events.seizure("s-1", "2025-03-05", "heroin", "1")));

        driver.seize(in("b-2", cocaine("s-2", "2024-03-05", 3)));

        assertThat(driver.restatements()).isEmpty();
    }

    @Test
    void correctionsRestateWhateverTheirBatch() {
        driver.seize(in("b-1", cocaine("s-1", "2024-03-05", 3)))
                .seize(in("b-1", cocaine("s-2", "2024-03-05", 4)))
                .seize(in("b-2", cocaine("s-2", "2024-03-05", 9)))
                .seize(in("b-2", retracted(cocaine("s-1", "2024-03-05", 3))));

        TrendRestatement march = driver.restatement(MARCH + "b-2");
        assertThat(march.getBefore()).isEqualTo(figures(2, 7));
        assertThat(march.getAfter()).isEqualTo(figures(1, 9));
        assertThat(march.getClaims())
                .extracting(RestatingClaim::getEventId, RestatingClaim::getCause, RestatingClaim::getChange)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("s-1", RestatementCause.RETRACTED, figures(-1, -3)),
                        org.assertj.core.groups.Tuple.tuple("s-2", RestatementCause.REVISED, figures(0, 5)));
    }

    @Test
    void additionsInGoodTimeAreInBothFigures() {
        driver.seize(in("b-1", cocaine("s-1", "2024-03-05", 3)))
                .seize(in("b-2", cocaine("s-2", "2024-03-06", 10)))
                .seize(in("b-2", cocaine("s-1", "2024-03-05", 4)))
                .seize(in("b-2", cocaine("s-3", "2024-03-07", 20)));

        TrendRestatement march = driver.restatement(MARCH + "b-2");
        assertThat(march.getBefore()).isEqualTo(figures(3, 33));
        assertThat(march.getAfter()).isEqualTo(figures(3, 34));
        assertThat(march.getClaimCount()).isEqualTo(1);
    }

    @Test
    void theChangesOfOneClaimInOneBatchAreFoldedEvenToZero() {
        driver.seize(in("b-1", cocaine("s-1", "2024-03-05", 3)))
                .seize(in("b-2", cocaine("s-1", "2024-03-05", 8)))
                .seize(in("b-2", cocaine("s-1", "2024-03-05", 3)));

        TrendRestatement march = driver.restatement(MARCH + "b-2");
        assertThat(march.getBefore()).isEqualTo(march.getAfter()).isEqualTo(figures(1, 3));
        assertThat(march.getClaimCount()).isEqualTo(1);
        assertThat(march.getClaims()).extracting(RestatingClaim::getChange).containsExactly(figures(0, 0));
        assertThat(driver.trend(CELL + "|MONTH|2024-03-01").getRevision()).isEqualTo(2);
    }

    @Test
    void aLateClaimStaysLateWhenItsOwnBatchRevisesIt() {
        driver.seize(in("b-1", cocaine("s-1", "2024-05-05", 3)))
                .seize(in("b-2", cocaine("s-2", "2024-03-05", 1)))
                .seize(in("b-2", cocaine("s-2", "2024-03-05", 2)));

        assertThat(driver.restatement(MARCH + "b-2").getClaims())
                .extracting(RestatingClaim::getCause, RestatingClaim::getChange)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(RestatementCause.LATE, figures(1, 2)));
    }

    @Test
    void theFirstHundredClaimsAreNamedAndAllAreCounted() {
        driver.seize(in("b-1", cocaine("s-1", "2024-05-05", 3)));
        for (int i = 130; i > 0; i--) {
            driver.seize(in("b-2", cocaine("s-%03d".formatted(i), "2024-03-05", 1)));
        }

        TrendRestatement march = driver.restatement(MARCH + "b-2");
        assertThat(march.getClaimCount()).isEqualTo(130);
        assertThat(march.getBefore()).isEqualTo(figures(0, 0));
        assertThat(march.getAfter()).isEqualTo(figures(130, 130));
        assertThat(march.getClaims())
                .hasSize(100)
                .isSortedAccordingTo(java.util.Comparator.comparing(RestatingClaim::getEventId));
        assertThat(march.getClaims().getLast().getEventId()).isEqualTo("s-100");
    }

    @Test
    void aRestatementCarriesTheLabelOfTheClaimsItTellsAbout() {
        driver.seize(in("b-1", cocaine("s-1", "2024-03-05", 3)))
                .seize(in("b-1", labelled(TrafficLight.RED, cocaine("s-2", "2024-03-05", 3))))
                .seize(in("b-2", retracted(cocaine("s-2", "2024-03-05", 3))));

        assertThat(driver.trend(CELL + "|MONTH|2024-03-01").getTlp()).isEqualTo(TrafficLight.GREEN);
        assertThat(driver.restatement(MARCH + "b-2").getTlp()).isEqualTo(TrafficLight.RED);
    }
}
