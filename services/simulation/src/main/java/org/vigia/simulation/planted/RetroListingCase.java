package org.vigia.simulation.planted;

import java.util.List;
import org.vigia.simulation.world.Draw;
import org.vigia.simulation.world.Lane;
import org.vigia.simulation.world.Season;
import org.vigia.simulation.world.Substance;
import org.vigia.simulation.world.Substance.Role;

/**
 * A shipment of a substance that was on no list that day and is listed 5 to 120 days later. Nothing of it is shipped
 * after that day.
 */
final class RetroListingCase implements PlantedCase {

    private static final List<Substance> SUBSTANCES = Substance.of(Role.LATER);

    @Override
    public Kind kind() {
        return Kind.RETRO_LISTING;
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
        int listed = ListingDays.of(substance);
        int day = listed - draw.between(5, 120);
        var shipment = story.add(story.shipment(draw, lane, day, (long) (lane.grams() * draw.factor(0.2))));
        story.find(
                kind(),
                shipment,
                substance.name() + " (CAS " + substance.cas() + ") shipped on " + Season.date(day) + ", listed on "
                        + Season.date(listed));
    }
}
