package org.vigia.simulation.planted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigia.simulation.world.Area;
import org.vigia.simulation.world.Draw;
import org.vigia.simulation.world.Identifiers;
import org.vigia.simulation.world.Laboratory;
import org.vigia.simulation.world.Lane;
import org.vigia.simulation.world.Lanes;
import org.vigia.simulation.world.Seizure;
import org.vigia.simulation.world.Shipment;
import org.vigia.simulation.world.Substance;

/**
 * What planted cases add to the world, and what is to be found in it. Held in memory: the number of cases is limited
 * however many events are simulated.
 */
public final class Story {

    /** Planted events are numbered from here on, which no ordinary event reaches. */
    private static final long NUMBERS = 1L << 35;

    private final long seed;
    private final Lanes lanes;
    private final Identifiers identifiers;
    private final List<Shipment> shipments = new ArrayList<>();
    private final List<Seizure> seizures = new ArrayList<>();
    private final List<Laboratory> laboratories = new ArrayList<>();
    private final List<Truth> truths = new ArrayList<>();
    private long made;

    private Story(long seed, Lanes lanes) {
        this.seed = seed;
        this.lanes = lanes;
        this.identifiers = new Identifiers(seed);
    }

    /** Plants all cases of a simulation. */
    public static Story of(long seed, Lanes lanes, long events) {
        Story story = new Story(seed, lanes);
        for (PlantedCase planted : PlantedCase.ALL) {
            int cases = planted.cases(events);
            for (int number = 0; number < cases; number++) {
                planted.plant(story, number);
            }
        }
        story.shipments.sort(Comparator.comparingInt(Shipment::day).thenComparing(Shipment::id));
        story.seizures.sort(Comparator.comparingInt(Seizure::day).thenComparing(Seizure::id));
        story.laboratories.sort(Comparator.comparingInt(Laboratory::day).thenComparing(Laboratory::id));
        return story;
    }

    public List<Shipment> shipments() {
        return shipments;
    }

    public List<Seizure> seizures() {
        return seizures;
    }

    public List<Laboratory> laboratories() {
        return laboratories;
    }

    public List<Truth> truths() {
        return truths;
    }

    public long events() {
        return (long) shipments.size() + seizures.size() + laboratories.size();
    }

    long seed() {
        return seed;
    }

    Lanes lanes() {
        return lanes;
    }

    /** The draw of a case. */
    Draw draw(Kind kind, int number) {
        return new Draw(seed, Draw.Topic.PLANTED, kind.number() * 1_000_000L + number);
    }

    /** A lane whose actors appear nowhere else. */
    Lane lane(Kind kind, int number, Substance substance) {
        return lanes.planted(kind.number() * 1_000L + number, substance);
    }

    /** A shipment that is nothing special yet; it happens only once it is added. */
    Shipment shipment(Draw draw, Lane lane, int day, long grams) {
        long number = made++;
        return Shipment.planted(draw, identifiers.key("SH", NUMBERS + number), lane, day, grams, number);
    }

    Seizure seizure(Draw draw, Area area, String drug, int day, long grams) {
        return Seizure.planted(draw, identifiers.key("SZ", NUMBERS + made++), area, drug, day, grams);
    }

    Laboratory laboratory(Area area, int day, String kind, List<Laboratory.Item> items) {
        return new Laboratory(identifiers.key("LB", NUMBERS + made++), area, day, kind, "", items);
    }

    Shipment add(Shipment shipment) {
        shipments.add(shipment);
        return shipment;
    }

    void add(Seizure seizure) {
        seizures.add(seizure);
    }

    void add(Laboratory laboratory) {
        laboratories.add(laboratory);
    }

    /** Says that one event is to be found. */
    void find(Kind kind, Shipment shipment, String why) {
        find(kind, List.of(eventId(shipment.id())), why);
    }

    /** Says what is to be found: under the last of the subjects at the latest, under any of them at all. */
    void find(Kind kind, List<String> subjects, String why) {
        truths.add(new Truth(kind, subjects.getLast(), subjects, why));
    }

    /** Event ids are partner and natural key; the partner of Vigía's own formats is vigia. */
    static String eventId(String key) {
        return "vigia:" + key;
    }
}
