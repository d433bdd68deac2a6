package org.vigia.simulation.planted;

import org.vigia.simulation.world.Draw;
import org.vigia.simulation.world.Lane;

/**
 * A shipment of a standing trade in a listed substance that is 14 to 24 times its median and still below the list's threshold. All
 * other shipments of the trade lie between 0.67 and 1.5 of the median.
 */
final class QuantityCase implements PlantedCase {

    @Override
    public Kind kind() {
        return Kind.QUANTITY;
    }

    @Override
    public int cases(long events) {
        return HowMany.withHistory(events, 1_000, 5, 200);
    }

    @Override
    public void plant(Story story, int number) {
        Draw draw = story.draw(kind(), number);
        Lane lane = story.lanes().listed(4L * number);
        int times = draw.between(14, 24);
        var shipment = story.add(story.shipment(draw, lane, draw.between(450, 1090), lane.grams() * times));
        story.find(
                kind(),
                shipment,
                times + " times the median of " + lane.substance().name() + " from "
                        + lane.origin().locode() + " to " + lane.destination().locode() + " for "
                        + lane.consignee().name());
    }
}
