package org.vigia.simulation.planted;

import java.util.ArrayList;
import java.util.List;
import org.vigia.simulation.world.Draw;
import org.vigia.simulation.world.Lane;
import org.vigia.simulation.world.Substance;
import org.vigia.simulation.world.Substance.Role;

/**
 * Seven shipments of a listed substance to one consignee within 19 days, each of 0.62 to 0.95 of the threshold. The consignee has
 * always had such quantities, but never two within 45 days.
 */
final class StructuringCase implements PlantedCase {

    private static final List<Substance> SUBSTANCES = Substance.of(Role.STRUCTURED);
    private static final int SHIPMENTS = 7;
    private static final int QUIET = 45;
    private static final int PERIOD = 19;

    @Override
    public Kind kind() {
        return Kind.STRUCTURING;
    }

    @Override
    public int cases(long events) {
        return HowMany.withHistory(events, 1_000, 5, 200);
    }

    @Override
    public void plant(Story story, int number) {
        Draw draw = story.draw(kind(), number);
        Substance substance = SUBSTANCES.get(number % SUBSTANCES.size());
        Lane lane = story.lane(kind(), number, substance);
        int begin = draw.between(500, 1_000);
        for (int day = 5 + draw.below(45); day < 1_090; day += draw.between(70, 110)) {
            if (day < begin - QUIET || day > begin + PERIOD + QUIET) {
                story.add(story.shipment(draw, lane, day, below(draw, substance)));
            }
        }
        List<String> subjects = new ArrayList<>();
        int day = begin;
        for (int i = 0; i < SHIPMENTS; i++) {
            subjects.add(Story.eventId(story.add(story.shipment(draw, lane, day, below(draw, substance)))
                    .id()));
            day += draw.between(1, 3);
        }
        story.find(
                kind(),
                subjects,
                SHIPMENTS + " shipments of " + substance.name() + " to "
                        + lane.consignee().name()
                        + " within " + PERIOD + " days, each below the threshold of " + substance.thresholdKg()
                        + " kg, together above it");
    }

    private static long below(Draw draw, Substance substance) {
        return substance.thresholdKg() * draw.between(620, 950);
    }
}
