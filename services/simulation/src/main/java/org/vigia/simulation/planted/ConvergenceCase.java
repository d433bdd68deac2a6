package org.vigia.simulation.planted;

import java.util.ArrayList;
import java.util.List;
import org.vigia.simulation.world.Draw;
import org.vigia.simulation.world.Lane;
import org.vigia.simulation.world.Season;
import org.vigia.simulation.world.Substance;
import org.vigia.simulation.world.Substance.Role;

/**
 * Three listed precursors of one controlled drug reach one consignee within 16 days, each in ordinary quantity. The
 * consignee has never had any of them, so each of the three is also first on its route.
 */
final class ConvergenceCase implements PlantedCase {

    private static final List<String> FAMILIES = List.of("methamphetamine", "fentanyl", "mdma");

    @Override
    public Kind kind() {
        return Kind.CONVERGENCE;
    }

    @Override
    public int cases(long events) {
        return HowMany.withHistory(events, 1_000, 5, 200);
    }

    @Override
    public void plant(Story story, int number) {
        Draw draw = story.draw(kind(), number);
        String family = FAMILIES.get(number % FAMILIES.size());
        List<Substance> chemicals = Substance.of(Role.LISTED).stream()
                .filter(substance -> substance.family().equals(family))
                .toList();
        Lane home = story.lane(kind(), number, chemicals.getFirst());
        List<String> subjects = new ArrayList<>();
        int day = draw.between(450, 1_060);
        for (Substance chemical : chemicals) {
            Lane lane = story.lane(kind(), number, chemical)
                    .withDestination(home.destination())
                    .withConsignee(home.consignee())
                    .withBroker(home.broker());
            long grams = (long) (chemical.typicalGrams() * draw.factor(0.2));
            var shipment = story.add(story.shipment(draw, lane, day, grams));
            subjects.add(Story.eventId(shipment.id()));
            story.find(
                    Kind.NEW_ROUTE,
                    shipment,
                    "First shipment of " + chemical.name() + " to "
                            + home.consignee().name());
            day += draw.between(3, 8);
        }
        story.find(
                kind(),
                subjects,
                "Three precursors of " + family + " to " + home.consignee().name() + " until " + Season.date(day));
    }
}
