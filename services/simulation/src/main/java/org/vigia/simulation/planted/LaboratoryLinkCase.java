package org.vigia.simulation.planted;

import java.util.ArrayList;
import java.util.List;
import org.vigia.simulation.world.Area;
import org.vigia.simulation.world.Draw;
import org.vigia.simulation.world.Laboratory;
import org.vigia.simulation.world.Laboratory.Item;
import org.vigia.simulation.world.Lane;
import org.vigia.simulation.world.Seizure;
import org.vigia.simulation.world.Shipment;

/**
 * A laboratory in which a drum is found that has the container number and seal, or the seal alone, of a shipment 45 to 60 days
 * before, and whose product has the lot number of a seizure 12 to 20 days later.
 */
final class LaboratoryLinkCase implements PlantedCase {

    private static final List<String> DRUGS = List.of("methamphetamine", "fentanyl");

    @Override
    public Kind kind() {
        return Kind.LAB_LINK;
    }

    @Override
    public int cases(long events) {
        return HowMany.withHistory(events, 1_000, 5, 200);
    }

    @Override
    public void plant(Story story, int number) {
        Draw draw = story.draw(kind(), number);
        Lane lane = story.lanes().listed(4L * number + 3);
        int shipped = draw.between(450, 1_000);
        Shipment shipment = story.add(story.shipment(draw, lane, shipped, (long) (lane.grams() * draw.factor(0.2))));
        boolean container = number % 2 == 0;
        Area area = draw.of(Area.all());
        String drug = draw.of(DRUGS);
        String lot = "SIM-" + (10_000 + number) + "-" + draw.between(100, 999);
        int found = shipped + draw.between(45, 60);
        Item drum = new Item(
                "CHEMICAL",
                lane.substance().name(),
                lane.substance().cas(),
                Math.max(1, shipment.goods().getFirst().grams() / 2_000),
                "kg",
                "",
                container ? shipment.container() : "",
                shipment.seal(),
                "");
        Item product = new Item("PRODUCT", drug, "", draw.between(5, 60), "kg", lot, "", "", "");
        Laboratory laboratory = story.laboratory(area, found, "SYNTHESIS", List.of(drum, product));
        story.add(laboratory);
        Seizure seizure = story.seizure(draw, area, drug, found + draw.between(12, 20), 4_000L + draw.below(9_000))
                .withLot(lot);
        story.add(seizure);
        List<String> subjects = new ArrayList<>();
        subjects.add(Story.eventId(shipment.id()));
        subjects.add(Story.eventId(seizure.id()));
        subjects.add(Story.eventId(laboratory.id()));
        story.find(
                kind(),
                subjects,
                "The laboratory held a drum with " + (container ? "container " + shipment.container() + " and " : "")
                        + "seal " + shipment.seal() + " of the shipment, and product of lot " + lot
                        + ", which was seized later");
    }
}
