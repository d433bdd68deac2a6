package org.vigia.simulation.planted;

import java.util.List;
import org.vigia.simulation.world.Draw;
import org.vigia.simulation.world.Goods;
import org.vigia.simulation.world.Lane;
import org.vigia.simulation.world.Shipment;
import org.vigia.simulation.world.Substance;
import org.vigia.simulation.world.Substance.Role;

/**
 * A shipment of a standing trade whose declaration contradicts itself: the CAS number is another substance's, the HS code is
 * of another chapter, the value per kilogram is 60 times or a sixtieth of what it always is, or the quantity is a
 * thousandth of what packages and value say.
 */
final class DeclarationMismatchCase implements PlantedCase {

    private static final List<Substance> ORDINARY = Substance.of(Role.ORDINARY);
    private static final List<String> OTHER_CHAPTERS = List.of("950300", "640299", "090240", "392690");
    private static final int OFF = 60;

    @Override
    public Kind kind() {
        return Kind.DECLARATION_MISMATCH;
    }

    @Override
    public int cases(long events) {
        return HowMany.withHistory(events, 1_000, 5, 200);
    }

    @Override
    public void plant(Story story, int number) {
        Draw draw = story.draw(kind(), number);
        boolean slip = number % 4 == 3;
        Lane lane =
                slip ? story.lanes().ordinary(3L * number + 1) : story.lanes().listed(4L * number + 2);
        int day = draw.between(450, 1090);
        long grams = (long) (lane.grams() * draw.factor(0.2));
        Shipment shipment = story.shipment(draw, lane, day, grams);
        Goods goods = shipment.goods().getFirst();
        Substance other = draw.of(ORDINARY);
        String hs = draw.of(OTHER_CHAPTERS);
        boolean dear = draw.chance(0.5);
        String why;
        switch (number % 4) {
            case 0 -> {
                goods = goods.withCas(other.cas());
                why = "The goods are named " + goods.description() + ", and the CAS number " + other.cas() + " is of "
                        + other.name();
            }
            case 1 -> {
                goods = goods.withHs(hs);
                why = "The goods are named " + goods.description() + ", of HS chapter "
                        + lane.substance().hs().substring(0, 2) + ", and the HS code is " + hs;
            }
            case 2 -> {
                goods = goods.withCents(dear ? goods.cents() * OFF : Math.max(1, goods.cents() / OFF));
                why = "The value per kilogram is " + (dear ? OFF + " times" : "a " + OFF + "th of")
                        + " what this trade always declares";
            }
            default -> {
                goods = goods.withGrams(goods.grams() / 1_000).withUnit("kg");
                why = "The quantity is a thousandth of what packages (" + goods.packages() + ") and value say";
            }
        }
        story.find(kind(), story.add(shipment.with(goods)), why);
    }
}
