package org.vigia.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.vigia.trends.Claims.in;
import static org.vigia.trends.Claims.retracted;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigia.events.Granularity;
import org.vigia.events.RestatingClaim;
import org.vigia.events.Seizure;
import org.vigia.events.SeizureTrend;
import org.vigia.events.TrendFigures;
import org.vigia.events.TrendRestatement;

/** What addition promises: neither order nor repetition matters, and a retraction undoes exactly. */
class OrderIndependenceTest {

    private static final int EXAMPLES = 20;

    @Test
    void anyInterleavingGivesTheTrendsThatTheFinalClaimsGive() {
        forAnySeed(random -> {
            List<List<Seizure>> claims = RandomClaims.versions(random, 25);
            Map<String, SeizureTrend> one = trends(RandomClaims.interleave(random, claims));
            Map<String, SeizureTrend> other = trends(RandomClaims.interleave(random, claims));

            assertThat(one).isEqualTo(other);
            Map<String, NaiveTrends.Totals> naive =
                    NaiveTrends.of(claims.stream().map(List::getLast).toList());
            one.forEach((key, trend) -> assertThat(NaiveTrends.Totals.of(trend.getFigures()))
                    .as(key)
                    .isEqualTo(naive.getOrDefault(key, NaiveTrends.Totals.NONE)));
            assertThat(one.keySet()).containsAll(naive.keySet());
        });
    }

    @Test
    void thePreviousYearIsThatOfTheFinalClaims() {
        forAnySeed(random -> {
            Map<String, SeizureTrend> trends =
                    trends(RandomClaims.interleave(random, RandomClaims.versions(random, 25)));

            trends.forEach((key, trend) -> {
                if (trend.getGranularity() == Granularity.MONTH || trend.getGranularity() == Granularity.YEAR) {
                    String start = trend.getWindowStart().toString();
                    SeizureTrend before = trends.get(key.replace(
                            start, trend.getWindowStart().minusYears(1).toString()));
                    assertThat(trend.getPreviousYear()).isEqualTo(before == null ? null : before.getFigures());
                }
            });
        });
    }

    @Test
    void duplicatesChangeNothing() {
        forAnySeed(random -> {
            List<Seizure> once = RandomClaims.interleave(random, RandomClaims.versions(random, 15));
            List<Seizure> repeated = once.stream()
                    .flatMap(version ->
                            random.nextInt(3) == 0 ? List.of(version, version).stream() : List.of(version).stream())
                    .toList();

            assertThat(trends(repeated)).isEqualTo(trends(once));
        });
    }

    @Test
    void retractingEverythingLeavesZeros() {
        forAnySeed(random -> {
            List<List<Seizure>> claims = RandomClaims.versions(random, 15);
            List<Seizure> all = new ArrayList<>(RandomClaims.interleave(random, claims));
            claims.forEach(versions -> all.add(retracted(versions.getLast())));

            assertThat(trends(all).values())
                    .isNotEmpty()
                    .allSatisfy(trend -> assertThat(NaiveTrends.Totals.of(trend.getFigures()))
                            .isEqualTo(NaiveTrends.Totals.NONE));
        });
    }

    @Test
    void theDaysOfDailyClaimsAddUpToTheirMonthsAndTheMonthsToTheirYears() {
        forAnySeed(random -> {
            List<List<Seizure>> claims = RandomClaims.daily(random, 25);
            Collection<SeizureTrend> trends =
                    trends(RandomClaims.interleave(random, claims)).values();

            assertThat(sums(trends, Granularity.DAY, 7)).isEqualTo(sums(trends, Granularity.MONTH, 7));
            assertThat(sums(trends, Granularity.DAY, 4)).isEqualTo(sums(trends, Granularity.YEAR, 4));
            assertThat(sums(trends, Granularity.WEEK, 0)).isEqualTo(sums(trends, Granularity.YEAR, 0));
        });
    }

    @Test
    void theSameBatchesGiveTheSameRestatementsInAnyOrderWithinABatch() {
        forAnySeed(random -> {
            List<List<List<Seizure>>> batches = RandomClaims.batches(random, 4, 25);
            Map<String, TrendRestatement> one = restatements(random, batches);

            assertThat(one).isEqualTo(restatements(random, batches));
            Map<String, Map<String, NaiveTrends.Totals>> published = published(batches);
            one.values().forEach(restatement -> {
                String id = restatement.getRestatementId();
                String trend = id.substring(0, id.lastIndexOf('|'));
                assertThat(NaiveTrends.Totals.of(restatement.getAfter()))
                        .as(id)
                        .isEqualTo(published
                                .getOrDefault(restatement.getBatchId(), Map.of())
                                .getOrDefault(trend, NaiveTrends.Totals.NONE));
                assertThat(restatement.getClaims().stream()
                                .map(RestatingClaim::getChange)
                                .map(NaiveTrends.Totals::of)
                                .reduce(NaiveTrends.Totals.of(restatement.getBefore()), NaiveTrends.Totals::plus))
                        .as(id)
                        .isEqualTo(NaiveTrends.Totals.of(restatement.getAfter()));
            });
        });
    }

    private static void forAnySeed(java.util.function.Consumer<Random> property) {
        qt().withExamples(EXAMPLES)
                .withShrinkCycles(0)
                .forAll(longs().between(0, Long.MAX_VALUE))
                .checkAssert(seed -> property.accept(new Random(seed)));
    }

    private static Map<String, SeizureTrend> trends(List<Seizure> versions) {
        try (TrendsDriver driver = new TrendsDriver()) {
            versions.forEach(driver::seize);
            return driver.trends();
        }
    }

    private static Map<String, TrendRestatement> restatements(Random random, List<List<List<Seizure>>> batches) {
        try (TrendsDriver driver = new TrendsDriver()) {
            for (int i = 0; i < batches.size(); i++) {
                String batch = "b-" + i;
                RandomClaims.interleave(random, batches.get(i)).forEach(version -> driver.seize(in(batch, version)));
            }
            return driver.restatements();
        }
    }

    /** The figures after each batch, by batch. */
    private static Map<String, Map<String, NaiveTrends.Totals>> published(List<List<List<Seizure>>> batches) {
        Map<String, Map<String, NaiveTrends.Totals>> published = new HashMap<>();
        Map<String, Seizure> current = new HashMap<>();
        for (int i = 0; i < batches.size(); i++) {
            batches.get(i).stream()
                    .map(List::getLast)
                    .forEach(version -> current.put(version.getEnvelope().getEventId(), version));
            published.put("b-" + i, NaiveTrends.of(current.values()));
        }
        return published;
    }

    /** Sums of the figures of one granularity, by cell and the first characters of the window's start. */
    private static Map<String, NaiveTrends.Totals> sums(
            Collection<SeizureTrend> trends, Granularity granularity, int characters) {
        Map<String, NaiveTrends.Totals> sums = trends.stream()
                .filter(trend -> trend.getGranularity() == granularity)
                .collect(Collectors.toMap(
                        trend -> trend.getDrug()
                                + trend.getArea()
                                + trend.getWindowStart().toString().substring(0, characters),
                        trend -> totals(trend.getFigures()),
                        NaiveTrends.Totals::plus));
        sums.values().removeIf(NaiveTrends.Totals.NONE::equals);
        return sums;
    }

    private static NaiveTrends.Totals totals(TrendFigures figures) {
        return NaiveTrends.Totals.of(figures);
    }
}
