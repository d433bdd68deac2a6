package org.vigia.simulation.planted;

import org.vigia.simulation.planted.SanctionedParty.Declared;
import org.vigia.simulation.world.Draw;
import org.vigia.simulation.world.Lane;

/**
 * A shipment of goods on no list in which a sanctioned party is shipper, consignee, notify party or broker: under an alias, in
 * another transliteration, with a slip, in another order or form.
 */
final class SanctionedPartyCase implements PlantedCase {

    @Override
    public Kind kind() {
        return Kind.SANCTIONED_PARTY;
    }

    @Override
    public int cases(long events) {
        return HowMany.alone(events);
    }

    @Override
    public void plant(Story story, int number) {
        Draw draw = story.draw(kind(), number);
        SanctionedParty party = SanctionedParty.of(story.seed(), draw.below(SanctionedParty.COUNT));
        Declared declared = party.declared(number);
        Lane lane = story.lanes().ordinary(number);
        String role;
        switch (draw.below(4)) {
            case 0 -> {
                role = "shipper";
                lane = lane.withShipper(
                        new Lane.Party(declared.name(), lane.shipper().address()));
            }
            case 1 -> {
                role = "consignee";
                lane = lane.withConsignee(
                        new Lane.Party(declared.name(), lane.consignee().address()));
            }
            case 2 -> {
                role = "notify party";
                lane = lane.withNotifyParty(declared.name());
            }
            default -> {
                role = "broker";
                lane = lane.withBroker(declared.name());
            }
        }
        int day = draw.between(60, 1090);
        var shipment = story.add(story.shipment(draw, lane, day, (long) (lane.grams() * draw.factor(0.2))));
        story.find(
                kind(),
                shipment,
                "The " + role + " " + declared.name() + " is " + party.listed() + " of the sanctions list "
                        + declared.how());
    }
}
