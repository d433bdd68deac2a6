package org.vigia.simulation.world;

import java.util.List;

/**
 * A substance that is traded.
 *
 * @param spanish name in Spanish
 * @param synonyms other names, as watch lists write them
 * @param hs six digits of the Harmonized System
 * @param family controlled drug that it is a precursor of, or empty
 * @param thresholdKg below it a shipment is not reported; 0 if there is none
 * @param typicalGrams median quantity of a shipment
 * @param centsPerKg median price in US cents
 * @param liquid whether it is declared in litres at times
 * @param port UN/LOCODE of the port that all of it goes to; empty if it goes everywhere
 */
public record Substance(
        Role role,
        String name,
        String spanish,
        String synonyms,
        String cas,
        String hs,
        String family,
        long thresholdKg,
        long typicalGrams,
        long centsPerKg,
        boolean liquid,
        String port) {

    /** What a substance is there for; each one is there for one thing, so that cases do not mix. */
    public enum Role {
        /** On no list. */
        ORDINARY,
        /** Listed; ordinary shipments are far below the threshold. */
        LISTED,
        /** Listed; ordinary shipments are rare and a little below the threshold. */
        STRUCTURED,
        /** Listed; each shipment is to be reported. */
        ALWAYS,
        /** Listed late in the period. */
        LATER
    }

    private static final List<Substance> ALL =
            Table.rows("substances.csv").stream().map(Substance::of).toList();

    /** All substances of a role. */
    public static List<Substance> of(Role role) {
        return ALL.stream().filter(substance -> substance.role == role).toList();
    }

    public static List<Substance> all() {
        return ALL;
    }

    public boolean listed() {
        return role != Role.ORDINARY;
    }

    private static Substance of(List<String> cells) {
        return new Substance(
                Role.valueOf(cells.get(0)),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6),
                cells.get(7).isEmpty() ? 0 : Long.parseLong(cells.get(7)),
                Long.parseLong(cells.get(8)),
                Long.parseLong(cells.get(9)),
                cells.get(10).equals("yes"),
                cells.get(11));
    }
}
