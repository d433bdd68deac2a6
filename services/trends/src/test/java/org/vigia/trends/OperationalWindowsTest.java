package org.vigia.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.trends.Claims.cocaine;
import static org.vigia.trends.Claims.figures;
import static org.vigia.trends.Claims.labelled;
import static org.vigia.trends.Claims.precise;
import static org.vigia.trends.Claims.retracted;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigia.events.OperationalWindow;
import org.vigia.events.TimePrecision;
import org.vigia.events.TrafficLight;
import org.vigia.schemas.fixtures.Events;

class OperationalWindowsTest {

    private static final String CELL = "SEIZURES|cocaine|MX|MX-SIN|SEDENA|";
    private static final String FIRST = CELL + "2024-02-15T00:00:00Z";
    private static final String LATE = "operational-window-late-total";

    private final TrendsDriver driver = new TrendsDriver();

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aClaimCountsInEveryWindowThatHoldsItsTime() {
        driver.seize(cocaine("s-1", "2024-03-07", 3)).seize(cocaine("s-2", "2024-03-13", 4));

        assertThat(driver.windows().keySet())
                .containsExactlyInAnyOrder(
                        FIRST,
                        CELL + "2024-02-22T00:00:00Z",
                        CELL + "2024-02-29T00:00:00Z",
                        CELL + "2024-03-07T00:00:00Z");
        OperationalWindow first = driver.window(FIRST);
        assertThat(first.getWindowStart()).isEqualTo(Instant.parse("2024-02-15T00:00:00Z"));
        assertThat(first.getWindowEnd()).isEqualTo(Instant.parse("2024-03-14T00:00:00Z"));
        assertThat(first.getFigures()).isEqualTo(figures(2, 7));
        assertThat(first.getTlp()).isEqualTo(TrafficLight.GREEN);
    }

    @Test
    void correctionsAndRetractionsSubtract() {
        driver.seize(labelled(TrafficLight.RED, cocaine("s-1", "2024-03-07", 3)))
                .seize(cocaine("s-2", "2024-03-07", 4))
                .seize(cocaine("s-2", "2024-03-08", 1))
                .seize(retracted(cocaine("s-1", "2024-03-07", 3)));

        assertThat(driver.window(FIRST).getFigures()).isEqualTo(figures(1, 1));
        assertThat(driver.window(FIRST).getTlp()).isEqualTo(TrafficLight.GREEN);
    }

    @Test
    void monthlyClaimsAreInNoWindow() {
        driver.seize(precise(TimePrecision.MONTH, cocaine("s-1", "2024-03-01", 3)))
                .seize(precise(TimePrecision.YEAR, cocaine("s-2", "2024-01-01", 3)));

        assertThat(driver.windows()).isEmpty();
    }

    @Test
    void aChangeBeyondTheGraceOfItsCellIsLeftOutAndCounted() {
        driver.seize(cocaine("s-1", "2024-03-07", 3)).seize(cocaine("s-2", "2024-03-28", 1));
        assertThat(driver.metric(LATE)).isZero();

        // 2024-02-15 + 28 days + 14 days of grace = 2024-03-28: the first window is closed, the next three are not.
        driver.seize(cocaine("s-3", "2024-03-07", 5)).seize(retracted(cocaine("s-1", "2024-03-07", 3)));

        assertThat(driver.window(FIRST).getFigures()).isEqualTo(figures(1, 3));
        assertThat(driver.window(CELL + "2024-02-22T00:00:00Z").getFigures()).isEqualTo(figures(1, 5));
        assertThat(driver.metric(LATE)).isEqualTo(2);
    }

    @Test
    void aCellThatComesLaterThanOthersIsNotCutOff() {
        driver.seize(Events.seizure("s-1", "2024-09-01", "heroin", "1")).seize(cocaine("s-2", "2024-03-07", 3));

        assertThat(driver.window(FIRST).getFigures()).isEqualTo(figures(1, 3));
        assertThat(driver.metric(LATE)).isZero();
    }
}
