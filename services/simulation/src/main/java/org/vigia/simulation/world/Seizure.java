package org.vigia.simulation.world;

import org.vigia.simulation.world.Shipment.Status;

/**
 * A seizure of one drug.
 *
 * @param drug canonical name
 * @param purity whole percent, 0 if not analysed
 * @param lot lot number, or empty
 */
public record Seizure(
        String id,
        Area area,
        String drug,
        int day,
        int minute,
        long grams,
        int purity,
        String mode,
        String lot,
        String result,
        Status status) {

    static Seizure of(Draw draw, String id, Area area, String drug, int day, long grams) {
        String mode = draw.of(java.util.List.of(
                "PASSENGER_VEHICLE", "PASSENGER_VEHICLE", "CARGO_VEHICLE", "FOOT", "SEA", "AIR", "MAIL"));
        return new Seizure(id, area, drug, day, draw.below(1440), grams, 0, mode, "", "", Status.CONFIRMED);
    }

    /** A confirmed seizure outside the ordinary series. */
    public static Seizure planted(Draw draw, String id, Area area, String drug, int day, long grams) {
        return of(draw, id, area, drug, day, grams);
    }

    public Seizure withLot(String other) {
        return new Seizure(id, area, drug, day, minute, grams, purity, mode, other, result, status);
    }

    Seizure presumed() {
        return new Seizure(id, area, drug, day, minute, grams, 0, mode, lot, "", Status.PRESUMPTIVE);
    }

    Seizure confirmed(long otherGrams, int otherPurity) {
        return new Seizure(
                id,
                area,
                drug,
                day,
                minute,
                otherGrams,
                otherPurity,
                mode,
                lot,
                drug + " identified",
                Status.CONFIRMED);
    }

    Seizure retracted() {
        return new Seizure(id, area, drug, day, minute, grams, purity, mode, lot, "", Status.RETRACTED);
    }
}
