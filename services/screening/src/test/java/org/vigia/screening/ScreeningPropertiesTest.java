package org.vigia.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.schemas.fixtures.Events.kilograms;
import static org.vigia.schemas.fixtures.Events.listing;
import static org.vigia.screening.Shipments.goods;
import static org.vigia.screening.Shipments.withGoods;
import static org.vigia.screening.Shipments.withStatus;
import static org.vigia.screening.Shipments.withThreshold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.events.Alert;
import org.vigia.events.AlertStatus;
import org.vigia.events.ClaimStatus;
import org.vigia.events.GoodsLine;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.WatchListEntry;
import org.vigia.schemas.fixtures.Events;

/** What holds for any shipments and their corrections, tried on seeded random ones. */
class ScreeningPropertiesTest {

    private static final int SHIPMENTS = 12;
    private static final int VERSIONS = 60;

    private static final List<WatchListEntry> LISTS = List.of(
            withThreshold(listing("UN", "Acetic anhydride", "108-24-7", "2001-01-01"), kilograms("50")),
            listing("MX", "Acetic anhydride", "108-24-7", "2021-05-25"),
            listing("UN", "Acetone", "67-64-1", "2019-01-01"),
            withThreshold(listing("US", "Norfentanyl", "", "2020-04-17"), kilograms("10")));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfDifferentShipmentsDoesNotMatter(long seed) {
        List<PrecursorShipment> versions = versions(new Random(seed));
        assertThat(lastAlerts(shuffledAcrossShipments(versions, new Random(seed + 100))))
                .isEqualTo(lastAlerts(versions))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyVersionTwiceIsEveryVersionOnce(long seed) {
        List<PrecursorShipment> versions = versions(new Random(seed));
        List<PrecursorShipment> doubled =
                versions.stream().flatMap(v -> List.of(v, v).stream()).toList();
        assertThat(lastAlerts(doubled)).isEqualTo(lastAlerts(versions)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void aRetractionUndoesExactlyAndAReturnRestoresExactly(long seed) {
        List<PrecursorShipment> versions = versions(new Random(seed));
        Map<String, PrecursorShipment> last = new TreeMap<>();
        versions.forEach(v -> last.put(v.getEnvelope().getEventId(), v));
        try (ScreeningDriver screening = new ScreeningDriver().list(LISTS.toArray(WatchListEntry[]::new))) {
            Map<String, Alert> before = byId(screening.screen(versions.toArray(PrecursorShipment[]::new)));
            for (PrecursorShipment shipment : last.values()) {
                List<Alert> active = activeOf(shipment, before.values());
                assertThat(screening.screen(withStatus(shipment, ClaimStatus.RETRACTED)))
                        .allSatisfy(alert -> assertThat(alert.getStatus()).isEqualTo(AlertStatus.WITHDRAWN))
                        .extracting(Alert::getAlertId)
                        .containsExactlyElementsOf(
                                active.stream().map(Alert::getAlertId).toList());
                assertThat(screening.screen(shipment))
                        .extracting(ScreeningPropertiesTest::content)
                        .containsExactlyElementsOf(active.stream()
                                .map(ScreeningPropertiesTest::content)
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void moreOfAnythingNeverEndsAnAlert(long seed) {
        Random random = new Random(seed);
        try (ScreeningDriver screening = new ScreeningDriver().list(LISTS.toArray(WatchListEntry[]::new))) {
            for (int i = 0; i < 40; i++) {
                GoodsLine[] goods = goodsLines(random);
                PrecursorShipment less = withGoods(Events.shipment("s-" + i, "2024-01-01", "x", "", "1"), goods);
                int grown = random.nextInt(goods.length);
                if (goods[grown].getQuantity() != null) {
                    goods[grown] = goods(
                            goods[grown].getLine(),
                            goods[grown].getDescription(),
                            "",
                            kilograms(Integer.toString(
                                    Integer.parseInt(goods[grown].getQuantity().getAmount()) + random.nextInt(100))));
                }
                screening.screen(less);
                assertThat(screening.screen(withGoods(less, goods)))
                        .extracting(Alert::getStatus)
                        .doesNotContain(AlertStatus.WITHDRAWN);
            }
        }
    }

    private static List<PrecursorShipment> versions(Random random) {
        List<PrecursorShipment> versions = new ArrayList<>();
        for (int i = 0; i < VERSIONS; i++) {
            String day =
                    LocalDate.parse("2018-01-01").plusDays(random.nextInt(2500)).toString();
            PrecursorShipment version =
                    withGoods(Events.shipment("s-" + random.nextInt(SHIPMENTS), day, "x", "", "1"), goodsLines(random));
            versions.add(random.nextInt(6) == 0 ? withStatus(version, ClaimStatus.RETRACTED) : version);
        }
        return versions;
    }

    private static GoodsLine[] goodsLines(Random random) {
        String[] texts = {"acetic anhydride", "Acetone, pure", "norfentanyl", "water", "reagent CAS 108-24-7"};
        GoodsLine[] lines = new GoodsLine[1 + random.nextInt(3)];
        for (int i = 0; i < lines.length; i++) {
            String text = texts[random.nextInt(texts.length)];
            String number = Integer.toString(i + 1);
            lines[i] = random.nextInt(8) == 0
                    ? goods(number, text, "")
                    : goods(number, text, "", kilograms(Integer.toString(random.nextInt(60))));
        }
        return lines;
    }

    /** Another order that keeps the versions of each shipment in theirs. */
    private static List<PrecursorShipment> shuffledAcrossShipments(List<PrecursorShipment> versions, Random random) {
        Map<String, List<PrecursorShipment>> queues = new TreeMap<>();
        versions.forEach(v -> queues.computeIfAbsent(v.getEnvelope().getEventId(), id -> new ArrayList<>())
                .add(v));
        List<String> turns = new ArrayList<>(
                versions.stream().map(v -> v.getEnvelope().getEventId()).toList());
        Collections.shuffle(turns, random);
        return turns.stream()
                .map(id -> queues.getOrDefault(id, List.of()).removeFirst())
                .toList();
    }

    private static Map<String, Alert> lastAlerts(List<PrecursorShipment> versions) {
        try (ScreeningDriver screening = new ScreeningDriver().list(LISTS.toArray(WatchListEntry[]::new))) {
            Map<String, Alert> last = byId(screening.screen(versions.toArray(PrecursorShipment[]::new)));
            last.values().forEach(alert -> alert.setDetectedAt(Instant.EPOCH));
            return last;
        }
    }

    private static Map<String, Alert> byId(Collection<Alert> alerts) {
        Map<String, Alert> byId = new TreeMap<>();
        alerts.forEach(alert -> byId.put(alert.getAlertId(), alert));
        return byId;
    }

    private static List<Alert> activeOf(PrecursorShipment shipment, Collection<Alert> alerts) {
        return alerts.stream()
                .filter(a -> a.getSubjectId().equals(shipment.getEnvelope().getEventId()))
                .filter(a -> a.getStatus() != AlertStatus.WITHDRAWN)
                .toList();
    }

    private static String content(Alert alert) {
        return alert.getAlertId() + alert.getSeverity() + alert.getExplanation() + alert.getEvidence();
    }
}
