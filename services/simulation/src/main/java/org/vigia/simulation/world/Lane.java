package org.vigia.simulation.world;

/**
 * A standing trade: who sends which substance to whom, and how.
 *
 * @param transit UN/LOCODE of the port of transhipment, or empty
 * @param unit kg, g, lb or L
 * @param grams median quantity of a shipment
 */
public record Lane(
        Substance substance,
        Port origin,
        String transit,
        Port destination,
        Party shipper,
        Party consignee,
        String notifyParty,
        String broker,
        String unit,
        long grams) {

    public record Party(String name, String address) {}

    public Lane withConsignee(Party other) {
        return new Lane(substance, origin, transit, destination, shipper, other, other.name(), broker, unit, grams);
    }

    public Lane withShipper(Party other) {
        return new Lane(substance, origin, transit, destination, other, consignee, notifyParty, broker, unit, grams);
    }

    public Lane withNotifyParty(String other) {
        return new Lane(substance, origin, transit, destination, shipper, consignee, other, broker, unit, grams);
    }

    public Lane withBroker(String other) {
        return new Lane(substance, origin, transit, destination, shipper, consignee, notifyParty, other, unit, grams);
    }

    public Lane withOrigin(Port other) {
        return new Lane(substance, other, "", destination, shipper, consignee, notifyParty, broker, unit, grams);
    }

    public Lane withDestination(Port other) {
        return new Lane(substance, origin, transit, other, shipper, consignee, notifyParty, broker, unit, grams);
    }
}
