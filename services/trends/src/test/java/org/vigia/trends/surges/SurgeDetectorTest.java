package org.vigia.trends.surges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.trends.surges.Fixtures.JANUARY_2020;
import static org.vigia.trends.surges.Fixtures.reported;
import static org.vigia.trends.surges.Fixtures.series;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigia.events.DetectorSettings;

class SurgeDetectorTest {

    private final SurgeDetector detector = new SurgeDetector(SurgeSettings.of(null));

    @Test
    void severalTimesWhatTheSeasonHasIsASurge() {
        List<Surge> surges = find(with(steady(36, 5), 30, 24));

        assertThat(surges).hasSize(1);
        SurgeMonth month = surges.getFirst().first();
        assertThat(month.month()).isEqualTo(JANUARY_2020 + 30);
        assertThat(month.compared())
                .containsExactly(
                        JANUARY_2020 + 5,
                        JANUARY_2020 + 6,
                        JANUARY_2020 + 7,
                        JANUARY_2020 + 17,
                        JANUARY_2020 + 18,
                        JANUARY_2020 + 19);
        assertThat(month.expected().median()).isEqualTo(5);
    }

    @Test
    void whatEveryYearHasInThatSeasonIsNone() {
        long[] counts = steady(36, 5);
        for (int year = 0; year < 3; year++) {
            for (int month = 5; month <= 7; month++) {
                counts[year * 12 + month] = 30;
            }
        }

        assertThat(find(counts)).isEmpty();
    }

    @Test
    void twiceAsManyIsASurgeOnlyIfItLasts() {
        assertThat(find(with(steady(36, 40), 30, 90))).isEmpty();
        List<Surge> lasting = find(with(with(with(steady(36, 40), 30, 90), 31, 90), 33, 95));
        assertThat(lasting).hasSize(1);
        assertThat(lasting.getFirst().months()).hasSize(3);
    }

    @Test
    void afewAreNoSurgeHoweverManyTimesMore() {
        assertThat(find(with(steady(36, 0), 30, 9))).isEmpty();
    }

    @Test
    void withoutEarlierYearsThereIsNone() {
        assertThat(find(with(steady(11, 5), 10, 200))).isEmpty();
    }

    @Test
    void monthsFarApartAreTwoSurges() {
        assertThat(find(with(with(steady(48, 5), 30, 30), 36, 30))).hasSize(2);
    }

    @Test
    void aMonthThatIsStillComingInIsJudgedAndSaysSo() {
        Series series = series("MX-COL", with(steady(36, 5), 35, 30));
        Reporting reporting = Reporting.of(Map.of(
                series.area(),
                Map.copyOf(series.figures().entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().getEvents())))));

        List<Surge> surges = detector.find(new ReportedSeries(series, reporting), JANUARY_2020);

        assertThat(surges).hasSize(1);
        assertThat(surges.getFirst().first().complete()).isFalse();
    }

    @Test
    void noiseGivesNone() {
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            long[] counts = random.ints(60, 4, 25).asLongStream().toArray();
            found += find(counts).size();
        }
        assertThat(found).isZero();
    }

    @Test
    void settingsMoveTheLimitsOrSwitchItOff() {
        long[] counts = with(steady(36, 5), 30, 24);

        assertThat(find(counts, Map.of("ratio", "6", "lasting-months", "2"), true))
                .isEmpty();
        assertThat(find(counts, Map.of(), false)).isEmpty();
        assertThat(find(counts, Map.of("ratio", "many"), true)).hasSize(1);
    }

    @Test
    void aVersionWithAnUnknownNameIsRefusedAsAWhole() {
        NamedSettings settings =
                SurgeSettings.of(sent(Map.of("ratio", "6", "ratoi", "7"), true)).named();

        assertThat(settings.version()).isZero();
        assertThat(settings.number("ratio")).isEqualTo(3);
        assertThat(settings.origin()).contains("version 9 was refused", "ratoi");
    }

    private List<Surge> find(long... counts) {
        return detector.find(reported(series("MX-COL", counts)), JANUARY_2020);
    }

    private static List<Surge> find(long[] counts, Map<String, String> values, boolean enabled) {
        return new SurgeDetector(SurgeSettings.of(sent(values, enabled)))
                .find(reported(series("MX-COL", counts)), JANUARY_2020);
    }

    private static DetectorSettings sent(Map<String, String> values, boolean enabled) {
        return DetectorSettings.newBuilder()
                .setDetector(SurgeSettings.DETECTOR)
                .setVersion(9)
                .setEnabled(enabled)
                .setValues(values)
                .setRecordedAt(Instant.EPOCH)
                .build();
    }

    private static long[] steady(int months, long count) {
        long[] counts = new long[months];
        Arrays.fill(counts, count);
        return counts;
    }

    private static long[] with(long[] counts, int month, long count) {
        long[] changed = counts.clone();
        changed[month] = count;
        return changed;
    }
}
