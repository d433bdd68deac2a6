package org.vigia.simulation.world;

import java.util.List;
import org.vigia.simulation.world.Substance.Role;

/**
 * The standing trades of the world. Lanes are made from their number whenever they are needed. Two fifths carry a listed
 * substance; one consignee gets one listed substance only, and all of a listed substance goes to one port, where no
 * other of its family goes, so that nothing converges by chance.
 */
public final class Lanes {

    private static final List<Substance> ORDINARY = Substance.of(Role.ORDINARY);
    private static final List<Substance> LISTED = Substance.of(Role.LISTED);
    private static final List<String> TRANSIT = List.of("", "", "", "KRPUS", "SGSIN", "PAMIT", "JPYOK");
    private static final int BROKERS_A_PORT = 6;

    /** Actors of planted cases have numbers from here on, so that their names are nobody else's. */
    private static final long PLANTED = 20_000_000;

    private static final long BROKERS = PLANTED + 2_000_000;

    private final long seed;
    private final long count;

    /** @param count number of lanes of the background, a multiple of 5 */
    public Lanes(long seed, long count) {
        this.seed = seed;
        this.count = count;
    }

    public long count() {
        return count;
    }

    public long listedCount() {
        return count / 5 * 2;
    }

    /** A lane of the background. */
    public Lane lane(long number) {
        int turn = (int) (number % 5);
        return turn < 2
                ? listed(number / 5 * 2 + turn)
                : lane(number, ORDINARY.get((int) ((number / 5 * 3 + turn - 2) % ORDINARY.size())));
    }

    /** A lane of the background with a listed substance, by its number among those. */
    public Lane listed(long number) {
        return lane(number / 2 * 5 + number % 2, LISTED.get((int) (number % LISTED.size())));
    }

    /** A lane of the background whose goods are on no list, by its number among those. */
    public Lane ordinary(long number) {
        return lane(number / 3 * 5 + 2 + number % 3);
    }

    /** A lane of its own for a planted case; its actors appear nowhere else. */
    public Lane planted(long number, Substance substance) {
        return lane(PLANTED + number, substance);
    }

    private Lane lane(long number, Substance substance) {
        Draw draw = new Draw(seed, Draw.Topic.LANE, number);
        Port origin = substance.port().isEmpty() ? draw.of(Port.origins()) : origin(substance, draw);
        Port destination = substance.port().isEmpty() ? draw.of(Port.destinations()) : Port.at(substance.port());
        Lane.Party shipper = new Lane.Party(Names.company(draw, origin, 4 * number), Names.address(draw, origin));
        Lane.Party consignee =
                new Lane.Party(Names.company(draw, destination, 4 * number + 1), Names.address(draw, destination));
        String transit = draw.of(TRANSIT);
        boolean person = draw.chance(0.3);
        String notify = person ? Names.person(draw, destination, 4 * number + 2) : consignee.name();
        return new Lane(
                substance,
                origin,
                transit.equals(origin.locode()) ? "" : transit,
                destination,
                shipper,
                consignee,
                notify,
                broker(destination, substance, draw.below(BROKERS_A_PORT)),
                unit(draw, substance),
                (long) (substance.typicalGrams() * (0.8 + 0.45 * draw.unit())));
    }

    /** Listed substances leave from two ports each, in all lanes of theirs. */
    private static Port origin(Substance substance, Draw draw) {
        List<Port> origins = Port.origins();
        int first = Integer.parseInt(substance.hs()) + substance.name().length();
        return origins.get((first * 31 + draw.below(2) * 57) % origins.size());
    }

    /** A broker of a port; a listed substance goes through two of them only. */
    private String broker(Port port, Substance substance, int choice) {
        return substance.listed()
                ? brokerOf(port, (substance.name().length() + choice % 2) % BROKERS_A_PORT)
                : brokerOf(port, choice);
    }

    private String brokerOf(Port port, long number) {
        long actor = 4 * (BROKERS + port.number() * BROKERS_A_PORT + number) + 3;
        Draw draw = new Draw(seed, Draw.Topic.LANE, -actor);
        return (port.spanish() ? "Agencia Aduanal " : "Customs Brokers ") + Names.person(draw, port, actor);
    }

    /** A broker who has never been seen before. */
    public String newBroker(Lane lane, long number) {
        Draw draw = new Draw(seed, Draw.Topic.LANE, -1 - PLANTED - number);
        return (lane.destination().spanish() ? "Agencia Aduanal " : "Customs Brokers ")
                + Names.person(draw, lane.destination(), 4 * (PLANTED + number) + 3);
    }

    private static String unit(Draw draw, Substance substance) {
        int choice = draw.below(10);
        if (substance.liquid() && choice < 4) {
            return "L";
        }
        if (substance.typicalGrams() < 50_000 && choice < 3) {
            return "g";
        }
        return choice == 9 ? "lb" : "kg";
    }
}
