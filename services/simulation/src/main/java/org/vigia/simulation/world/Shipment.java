package org.vigia.simulation.world;

import java.util.List;

/**
 * A declared shipment.
 *
 * @param day day of departure, counted from the first of the period
 * @param minute minute of that day, UTC
 * @param sailing days at sea
 * @param container container number
 * @param permit import permit, or empty
 */
public record Shipment(
        String id,
        Lane lane,
        int day,
        int minute,
        int sailing,
        List<Goods> goods,
        String container,
        String seal,
        String permit,
        Status status) {

    public Shipment {
        goods = List.copyOf(goods);
    }

    /** An ordinary shipment of a lane. */
    static Shipment of(Draw draw, String id, Lane lane, int day, long grams, long box, Status status) {
        boolean spanish = lane.destination().spanish();
        Goods goods = Goods.of(draw, lane.substance(), grams, lane.unit(), spanish);
        return new Shipment(
                id,
                lane,
                day,
                draw.below(1440),
                20 + draw.below(6),
                List.of(goods),
                Identifiers.container(box),
                Identifiers.seal(box),
                lane.substance().listed() ? "P" + (1_000_000 + draw.below(9_000_000)) : "",
                status);
    }

    /** A shipment outside the ordinary series, with a container of its own. */
    public static Shipment planted(Draw draw, String id, Lane lane, int day, long grams, long number) {
        return of(draw, id, lane, day, grams, number, Status.CONFIRMED);
    }

    public Shipment with(List<Goods> other, Status otherStatus) {
        return new Shipment(id, lane, day, minute, sailing, other, container, seal, permit, otherStatus);
    }

    /** The same with other goods in its first line. */
    public Shipment with(Goods first) {
        return with(List.of(first), status);
    }

    /** How sure a claim is. */
    public enum Status {
        PRESUMPTIVE,
        CONFIRMED,
        RETRACTED
    }
}
