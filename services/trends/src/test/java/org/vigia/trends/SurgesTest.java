package org.vigia.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.AlertStatus;
import org.vigia.events.DetectorSettings;
import org.vigia.events.Evidence;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Place;
import org.vigia.events.Seizure;
import org.vigia.events.TimePrecision;
import org.vigia.events.TrafficLight;
import org.vigia.schemas.fixtures.Events;
import org.vigia.trends.surges.SurgeProcessor;

/** Surges and displacements through the topology: claims in, alerts out. */
class SurgesTest {

    private static final String BATCH = "b-1";
    private static final YearMonth START = YearMonth.of(2021, 1);

    private final TrendsDriver driver = new TrendsDriver();

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aSurgeIsRaisedWithWhatItRestsOn() {
        steady("MX-COL", 36, 5).set(30, month("MX-COL", 30, 24));
        steady("MX-MIC", 36, 3);
        send();

        Alert alert = only(AlertKind.SEIZURE_SURGE);
        assertThat(alert.getStatus()).isEqualTo(AlertStatus.RAISED);
        assertThat(alert.getVersion()).isEqualTo(1);
        assertThat(alert.getSubjectId()).isEqualTo(key("MX-COL", 30));
        assertThat(alert.getOccurredAt()).isEqualTo(Instant.parse("2023-07-01T00:00:00Z"));
        assertThat(alert.getSubstances()).containsExactly("cocaine");
        assertThat(alert.getExplanation())
                .contains("24 seizures", "July 2023", "the median was 5", "MX-MIC", "3 (median 3)", "not why");
        assertThat(alert.getEvidence())
                .extracting(Evidence::getKind)
                .contains(EvidenceKind.BASELINE, EvidenceKind.THRESHOLD, EvidenceKind.SETTING);
        assertThat(setting(alert)).containsEntry("version", "0").containsEntry("ratio", "3");
    }

    @Test
    void aDisplacementNamesBothPorts() {
        steady("MX-COL", 24, 9);
        steady("MX-BCN", 24, 9);
        for (int month = 24; month < 36; month++) {
            claims.add(month("MX-COL", month, 2));
            claims.add(month("MX-BCN", month, 16));
        }
        send();

        Alert alert = only(AlertKind.DISPLACEMENT);
        assertThat(alert.getSubjectId()).isEqualTo(key("MX-COL", 24));
        assertThat(alert.getExplanation())
                .contains("From January 2023 on", "fell in MX-COL", "rose in its neighbour MX-BCN", "coast", "100 %");
        assertThat(driver.alerts()).hasSize(1);
    }

    @Test
    void lateClaimsReviseAndCorrectionsWithdraw() {
        steady("MX-COL", 36, 5).set(30, month("MX-COL", 30, 24));
        send();

        // A month of the season of an earlier year gets more, which changes the baseline but not the finding.
        driver.seize(Claims.in("b-2", month("late", "MX-COL", 18, 1))).endLoad("b-2");
        Alert revised = only(AlertKind.SEIZURE_SURGE);
        assertThat(revised.getStatus()).isEqualTo(AlertStatus.REVISED);
        assertThat(revised.getVersion()).isEqualTo(2);

        driver.seize(Claims.in("b-3", Claims.retracted(month("MX-COL", 30, 24))))
                .endLoad("b-3");
        Alert withdrawn = driver.alert(revised.getAlertId());
        assertThat(withdrawn.getStatus()).isEqualTo(AlertStatus.WITHDRAWN);
        assertThat(withdrawn.getVersion()).isEqualTo(3);
        assertThat(withdrawn.getExplanation()).startsWith("This alert is withdrawn.");

        driver.seize(Claims.in("b-4", month("MX-COL", 30, 25))).endLoad("b-4");
        assertThat(driver.alert(revised.getAlertId()).getStatus()).isEqualTo(AlertStatus.REVISED);
        assertThat(driver.alerts()).hasSize(1);
    }

    @Test
    void nothingIsSaidWhileALoadIsUnderWay() {
        steady("MX-COL", 36, 5).set(30, month("MX-COL", 30, 24));
        claims.forEach(claim -> driver.seize(Claims.in(BATCH, claim)));

        driver.pass(Duration.ofSeconds(10));
        assertThat(driver.alerts()).isEmpty();
        driver.pass(SurgeProcessor.LONGEST);
        assertThat(driver.alerts()).hasSize(1);
    }

    @Test
    void settingsAreAppliedAtOnceAndNamed() {
        steady("MX-COL", 36, 5).set(30, month("MX-COL", 30, 24));
        send();
        Alert raised = only(AlertKind.SEIZURE_SURGE);

        driver.set(settings(2, true, Map.of("ratio", "4"))).pass(Duration.ofSeconds(10));
        Alert revised = only(AlertKind.SEIZURE_SURGE);
        assertThat(revised.getAlertId()).isEqualTo(raised.getAlertId());
        assertThat(setting(revised)).containsEntry("version", "2").containsEntry("ratio", "4");

        driver.set(settings(3, false, Map.of())).pass(Duration.ofSeconds(10));
        assertThat(driver.alert(raised.getAlertId()).getStatus()).isEqualTo(AlertStatus.WITHDRAWN);
    }

    @Test
    void anAlertIsAsStrictAsWhatItRestsOn() {
        steady("MX-COL", 36, 5).set(30, month("MX-COL", 30, 24));
        steady("MX-MIC", 36, 3).set(30, Claims.labelled(TrafficLight.RED, month("MX-MIC", 30, 3)));
        send();

        assertThat(only(AlertKind.SEIZURE_SURGE).getHandling().getTlp()).isEqualTo(TrafficLight.RED);
    }

    /**
     * Any order of claims that keeps the versions of each, looked at at any time in between, leaves the same alerts
     * standing, and they say the same.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theOrderOfArrivalLeavesTheSameAlerts(long seed) {
        Random random = new Random(seed);
        List<List<Seizure>> versions = versions(random);

        Map<String, Alert> first = standing(random, versions);
        Map<String, Alert> second = standing(random, versions);
        Map<String, Alert> third = standing(random, versions);

        assertThat(first).isNotEmpty();
        assertThat(second).isEqualTo(first);
        assertThat(third).isEqualTo(first);
    }

    private final List<Seizure> claims = new ArrayList<>();

    private List<Seizure> steady(String area, int months, int incidents) {
        int from = claims.size();
        for (int month = 0; month < months; month++) {
            claims.add(month(area, month, incidents));
        }
        return claims.subList(from, claims.size());
    }

    private void send() {
        claims.forEach(claim -> driver.seize(Claims.in(BATCH, claim)));
        driver.endLoad(BATCH);
    }

    private Alert only(AlertKind kind) {
        List<Alert> alerts = driver.alerts().values().stream()
                .filter(alert -> alert.getKind() == kind)
                .toList();
        assertThat(alerts).hasSize(1);
        return alerts.getFirst();
    }

    private static List<List<Seizure>> versions(Random random) {
        List<List<Seizure>> versions = new ArrayList<>();
        int surge = 26 + random.nextInt(8);
        int moved = 18 + random.nextInt(8);
        List<String> areas = List.of("MX-COL", "MX-BCN", "MX-SON", "MX-JAL");
        for (int month = 0; month < 36; month++) {
            for (int area = 0; area < areas.size(); area++) {
                int usual = 6 + random.nextInt(3);
                int now = switch (area) {
                    case 0 -> month >= moved ? 1 : usual;
                    case 1 -> month >= moved ? usual + 6 : usual;
                    case 2 -> month == surge ? 40 : usual;
                    default -> usual;
                };
                List<Seizure> claim = new ArrayList<>();
                while (random.nextInt(4) == 0) {
                    Seizure wrong = month(areas.get(area), month, random.nextInt(60));
                    claim.add(random.nextInt(3) == 0 ? Claims.retracted(wrong) : wrong);
                }
                claim.add(month(areas.get(area), month, now));
                versions.add(claim);
            }
        }
        return versions;
    }

    private static Map<String, Alert> standing(Random random, List<List<Seizure>> versions) {
        try (TrendsDriver other = new TrendsDriver()) {
            for (Seizure version : RandomClaims.interleave(random, versions)) {
                other.seize(Claims.in(BATCH, version));
                if (random.nextInt(20) == 0) {
                    other.endLoad(BATCH);
                }
            }
            other.endLoad(BATCH);
            Map<String, Alert> standing = new TreeMap<>();
            other.alerts().forEach((id, alert) -> {
                if (alert.getStatus() != AlertStatus.WITHDRAWN) {
                    standing.put(
                            id,
                            Alert.newBuilder(alert)
                                    .setStatus(AlertStatus.RAISED)
                                    .setVersion(1)
                                    .setDetectedAt(Instant.EPOCH)
                                    .build());
                }
            });
            return Collections.unmodifiableMap(standing);
        }
    }

    private static Map<String, String> setting(Alert alert) {
        return alert.getEvidence().stream()
                .filter(evidence -> evidence.getKind() == EvidenceKind.SETTING)
                .findFirst()
                .orElseThrow()
                .getFacts();
    }

    private static DetectorSettings settings(int version, boolean enabled, Map<String, String> values) {
        return DetectorSettings.newBuilder()
                .setDetector("SEIZURE_SURGE")
                .setVersion(version)
                .setEnabled(enabled)
                .setValues(values)
                .setRecordedAt(Instant.EPOCH)
                .build();
    }

    private static String key(String area, int month) {
        return "SEIZURES|cocaine|MX|" + area + "|"
                + Events.seizure("x", "2021-01-01", "cocaine", "1")
                        .getEnvelope()
                        .getAgency() + "|MONTH|" + START.plusMonths(month).atDay(1);
    }

    /** A monthly report of so many incidents. */
    private static Seizure month(String area, int month, int incidents) {
        return month(area + "-" + month, area, month, incidents);
    }

    private static Seizure month(String eventId, String area, int month, int incidents) {
        Seizure one = Events.seizure(eventId, START.plusMonths(month).atDay(1).toString(), "cocaine", "7");
        return Claims.with(
                Claims.precise(
                        TimePrecision.MONTH,
                        Claims.holding(one, incidents, one.getItems().getFirst())),
                envelope -> envelope.setPlace(
                        Place.newBuilder().setCountry("MX").setSubdivision(area).build()));
    }
}
