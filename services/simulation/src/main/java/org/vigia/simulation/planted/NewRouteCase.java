package org.vigia.simulation.planted;

import org.vigia.simulation.world.Draw;
import org.vigia.simulation.world.Lane;
import org.vigia.simulation.world.Port;
import org.vigia.simulation.world.Substance;
import org.vigia.simulation.world.Substance.Role;

/**
 * A shipment of a listed substance, in ordinary quantity, to a consignee, from a port or through a broker never seen before
 * for that substance. All others are seen in the first 90 days of the period; this comes after day 450.
 */
final class NewRouteCase implements PlantedCase {

    @Override
    public Kind kind() {
        return Kind.NEW_ROUTE;
    }

    @Override
    public int cases(long events) {
        return HowMany.withHistory(events, 1_000, 5, 200);
    }

    @Override
    public void plant(Story story, int number) {
        Draw draw = story.draw(kind(), number);
        Lane lane = story.lanes().listed(4L * number + 1);
        Lane fresh = story.lane(kind(), number, lane.substance());
        String what;
        switch (number % 3) {
            case 0 -> {
                lane = lane.withConsignee(fresh.consignee());
                what = "consignee " + lane.consignee().name();
            }
            case 1 -> {
                Port port = unusual(number / 3);
                lane = lane.withOrigin(port);
                what = "route from " + port.locode() + " to "
                        + lane.destination().locode();
            }
            default -> {
                lane = lane.withBroker(story.lanes().newBroker(lane, kind().number() * 1_000L + number));
                what = "broker " + lane.broker();
            }
        }
        long grams = (long) (lane.grams() * draw.factor(0.2));
        var shipment = story.add(story.shipment(draw, lane, draw.between(450, 1_090), grams));
        story.find(kind(), shipment, "First shipment of " + lane.substance().name() + " with the " + what);
    }

    /** Consecutive cases have different substances; once these begin again, the next port is taken. */
    private static Port unusual(int routes) {
        return Port.unusual().get(routes / Substance.of(Role.LISTED).size());
    }
}
