package org.vigia.screening.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.screening.series.Cargo.consignedTo;
import static org.vigia.screening.series.Cargo.goods;
import static org.vigia.screening.series.Cargo.leaving;
import static org.vigia.screening.series.Cargo.ofGoods;
import static org.vigia.screening.series.Cargo.sealed;
import static org.vigia.screening.series.Cargo.shipment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.events.Alert;
import org.vigia.events.LabDismantlement;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Seizure;
import org.vigia.events.WatchListEntry;

/** Alerts are a function of the set of current claims, tried on seeded random histories. */
class HistoryPropertiesTest {

    private static final int EVENTS = 110;
    private static final int DAYS = 330;

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 8})
    void neitherTheOrderNorWhatWasSaidBeforeMatters(long seed) {
        Random random = new Random(seed);
        Map<String, SpecificRecord> claims = claims(random, EVENTS);
        List<SpecificRecord> ordered = new ArrayList<>(claims.values());

        Map<String, Alert> expected = standing(ordered);

        assertThat(standing(withEarlierVersions(ordered, random))).isEqualTo(expected);
        assertThat(expected.values().stream().map(Alert::getKind).distinct()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void whatIsRetractedWasNeverThere(long seed) {
        Random random = new Random(seed);
        Map<String, SpecificRecord> claims = claims(random, EVENTS);
        List<SpecificRecord> kept = new ArrayList<>();
        List<SpecificRecord> all = new ArrayList<>(claims.values());
        for (SpecificRecord claim : claims.values()) {
            if (random.nextInt(3) == 0) {
                all.add(retracted(claim));
            } else {
                kept.add(claim);
            }
        }

        assertThat(standing(all)).isEqualTo(standing(kept)).isNotEmpty();
    }

    private static Map<String, Alert> standing(Collection<SpecificRecord> versions) {
        try (HistoryDriver screening = new HistoryDriver()) {
            screening.list(Cargo.lists());
            screening.send(versions.toArray(SpecificRecord[]::new));
            return screening.standing();
        }
    }

    /** Shuffled, each event after other versions of itself, some of which retract it. */
    private static List<SpecificRecord> withEarlierVersions(List<SpecificRecord> last, Random random) {
        List<SpecificRecord> versions = new ArrayList<>();
        Map<String, SpecificRecord> others = claims(random, EVENTS);
        others.forEach((id, other) -> {
            if (random.nextInt(2) == 0) {
                versions.add(random.nextInt(4) == 0 ? retracted(other) : other);
            }
        });
        Collections.shuffle(versions, random);
        List<SpecificRecord> shuffled = new ArrayList<>(last);
        Collections.shuffle(shuffled, random);
        // Half of the last versions come while earlier ones of others are still to come.
        List<String> done = new ArrayList<>();
        List<SpecificRecord> mixed = new ArrayList<>();
        for (SpecificRecord version : versions) {
            if (!done.contains(id(version))) {
                mixed.add(version);
            }
            if (random.nextInt(2) == 0 && !shuffled.isEmpty()) {
                SpecificRecord next = shuffled.removeFirst();
                done.add(id(next));
                mixed.add(next);
            }
        }
        mixed.addAll(shuffled);
        return mixed;
    }

    private static String id(SpecificRecord event) {
        return switch (event) {
            case PrecursorShipment shipment -> shipment.getEnvelope().getEventId();
            case LabDismantlement laboratory -> laboratory.getEnvelope().getEventId();
            case Seizure seizure -> seizure.getEnvelope().getEventId();
            default -> throw new IllegalArgumentException("No event: " + event);
        };
    }

    private static SpecificRecord retracted(SpecificRecord event) {
        return switch (event) {
            case PrecursorShipment shipment -> Cargo.retracted(shipment);
            case LabDismantlement laboratory -> Cargo.retracted(laboratory);
            case Seizure seizure -> Cargo.retracted(seizure);
            default -> throw new IllegalArgumentException("No event: " + event);
        };
    }

    private static Map<String, SpecificRecord> claims(Random random, int count) {
        Map<String, SpecificRecord> claims = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            int day = random.nextInt(DAYS);
            String mark = "MARK" + random.nextInt(12);
            String id = "e-" + i;
            claims.put(
                    id,
                    switch (i % 14) {
                        case 0 -> Cargo.laboratory(id, day, mark, "LOT" + random.nextInt(6));
                        case 1 -> Cargo.seizure(id, day, "LOT" + random.nextInt(6));
                        default -> sealed(cargo(id, day, random), mark);
                    });
        }
        return claims;
    }

    private static PrecursorShipment cargo(String id, int day, Random random) {
        WatchListEntry[] lists = Cargo.lists();
        WatchListEntry substance = lists[random.nextInt(5) % lists.length];
        String kilograms = Integer.toString(random.nextInt(20) == 0 ? 90 : 1 + random.nextInt(3));
        kilograms = random.nextInt(4) == 0 ? Integer.toString(30 + random.nextInt(50)) : kilograms;
        PrecursorShipment shipment = shipment(id, day, substance, kilograms);
        int consignee = random.nextInt(3);
        shipment = consignedTo(shipment, "Company " + consignee, "Street " + consignee / 2);
        if (random.nextInt(10) == 0) {
            shipment = leaving(shipment, "INMUN");
        }
        return switch (random.nextInt(12)) {
            case 0 -> ofGoods(shipment, goods(shipment).setCas("77-92-9").build());
            case 1 -> ofGoods(shipment, goods(shipment).setDeclaredValue("9000").build());
            default -> shipment;
        };
    }
}
