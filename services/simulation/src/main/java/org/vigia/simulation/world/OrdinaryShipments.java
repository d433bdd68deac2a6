package org.vigia.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigia.simulation.world.Shipment.Status;
import org.vigia.simulation.world.Substance.Role;

/** The shipments in which there is nothing to find, each made from its number in time. */
public final class OrdinaryShipments {

    /** Containers of ordinary shipments have numbers from here on. */
    static final long BOXES = 2_000_000;

    private static final double SIGMA = 0.22;
    private static final List<Substance> ORDINARY = Substance.of(Role.ORDINARY);

    private final long seed;
    private final Season season;
    private final Lanes lanes;
    private final Rotation rotation;
    private final Identifiers identifiers;
    private final long count;

    public OrdinaryShipments(long seed, Season season, Lanes lanes, long count) {
        this.seed = seed;
        this.season = season;
        this.lanes = lanes;
        this.rotation = new Rotation(seed, lanes.count());
        this.identifiers = new Identifiers(seed);
        this.count = count;
    }

    public long count() {
        return count;
    }

    /** The shipment as it is first declared. */
    public Shipment first(long number) {
        Lane lane = lanes.lane(rotation.seriesOf(number));
        Draw draw = new Draw(seed, Draw.Topic.SHIPMENT, number);
        Fate fate = Fate.of(draw);
        long grams = Math.max(1, (long) (lane.grams() * draw.factor(SIGMA)));
        Shipment shipment = Shipment.of(
                draw,
                identifiers.key("SH", number),
                lane,
                season.dayOf(number, count),
                grams,
                BOXES + number,
                fate == Fate.CONFIRMED ? Status.PRESUMPTIVE : Status.CONFIRMED);
        if (lane.substance().listed() || draw.chance(0.7)) {
            return shipment;
        }
        List<Goods> goods = new ArrayList<>(shipment.goods());
        Substance other = draw.of(ORDINARY);
        long half = (long) (other.typicalGrams() * draw.factor(SIGMA) / 2);
        goods.add(Goods.of(draw, other, half, "kg", lane.destination().spanish()));
        return shipment.with(goods, shipment.status());
    }

    /** What is said of a shipment some weeks later; empty for most. */
    public Optional<Shipment> later(long number) {
        Fate fate = Fate.of(new Draw(seed, Draw.Topic.SHIPMENT, number));
        if (fate == Fate.FINAL) {
            return Optional.empty();
        }
        Shipment first = first(number);
        return Optional.of(
                switch (fate) {
                    case FINAL, CONFIRMED -> first.with(first.goods(), Status.CONFIRMED);
                    case REVISED -> first.with(revised(first.goods()), Status.CONFIRMED);
                    case RETRACTED -> first.with(first.goods(), Status.RETRACTED);
                });
    }

    /** The weighing at arrival differs by two percent. */
    private static List<Goods> revised(List<Goods> goods) {
        return goods.stream()
                .map(line -> line.withGrams(Math.max(1, line.grams() - line.grams() / 50)))
                .toList();
    }

    private enum Fate {
        FINAL,
        CONFIRMED,
        REVISED,
        RETRACTED;

        /** The first draw of a shipment, so that it is known without the rest. */
        static Fate of(Draw draw) {
            int percent = draw.below(100);
            if (percent < 5) {
                return CONFIRMED;
            }
            return percent < 8 ? REVISED : percent < 9 ? RETRACTED : FINAL;
        }
    }
}
