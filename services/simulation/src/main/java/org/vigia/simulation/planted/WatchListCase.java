package org.vigia.simulation.planted;

import java.util.List;
import org.vigia.simulation.world.Draw;
import org.vigia.simulation.world.Lane;
import org.vigia.simulation.world.Season;
import org.vigia.simulation.world.Substance;
import org.vigia.simulation.world.Substance.Role;

/**
 * A trade in a substance that is listed on the day of the shipment, without threshold or above it. Each of its four
 * shipments is to be found. It begins in the first weeks, so that it is no new route, and its quantities are steady.
 */
final class WatchListCase implements PlantedCase {

    private static final List<Substance> SUBSTANCES = Substance.of(Role.ALWAYS);
    private static final int SHIPMENTS = 4;

    @Override
    public Kind kind() {
        return Kind.WATCH_LIST;
    }

    @Override
    public int cases(long events) {
        return HowMany.alone(events);
    }

    @Override
    public void plant(Story story, int number) {
        Draw draw = story.draw(kind(), number);
        Substance substance = SUBSTANCES.get(number % SUBSTANCES.size());
        Lane lane = story.lane(kind(), number, substance);
        for (int i = 0; i < SHIPMENTS; i++) {
            int day = i == 0 ? 5 + draw.below(45) : 280 * i + draw.below(200);
            var shipment = story.add(story.shipment(draw, lane, day, (long) (lane.grams() * draw.factor(0.2))));
            story.find(
                    kind(),
                    shipment,
                    substance.name() + " (CAS " + substance.cas() + ") shipped on " + Season.date(day)
                            + ", listed since 2015-01-01, "
                            + (substance.thresholdKg() == 0
                                    ? "no threshold"
                                    : "above the threshold of " + substance.thresholdKg() + " kg"));
        }
    }
}
