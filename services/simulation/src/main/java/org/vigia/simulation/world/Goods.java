package org.vigia.simulation.world;

import java.util.List;

/**
 * A goods line as declared.
 *
 * @param cas CAS number, or empty
 * @param hs HS code as the declarant writes it
 * @param grams quantity in grams, of litres the mass of water
 * @param unit kg, g, lb or L
 * @param cents value in hundredths of the currency
 */
public record Goods(String description, String cas, String hs, long grams, String unit, String packages, long cents) {

    private static final List<String> ENGLISH =
            List.of("", "", ", technical grade", ", in drums", ", for industrial use");
    private static final List<String> SPANISH = List.of("", "", ", grado técnico", ", en tambores", ", uso industrial");

    /** A line that is declared as it should be. */
    static Goods of(Draw draw, Substance substance, long grams, String unit, boolean spanish) {
        String name = spanish ? substance.spanish() : substance.name();
        boolean capitals = draw.chance(0.3);
        String description = (capitals ? upper(name) : name) + draw.of(spanish ? SPANISH : ENGLISH);
        boolean dotted = draw.chance(0.4);
        String hs = substance.hs();
        double price = substance.centsPerKg() * (0.9 + 0.2 * draw.unit());
        return new Goods(
                description,
                draw.chance(substance.listed() ? 0.95 : 0.8) ? substance.cas() : "",
                dotted ? hs.substring(0, 4) + "." + hs.substring(4) : hs,
                grams,
                unit,
                packages(grams, spanish),
                Math.max(1, Math.round(grams * price / 1000)));
    }

    /** Packages that hold the quantity. */
    static String packages(long grams, boolean spanish) {
        if (grams >= 400_000) {
            return (grams + 199_999) / 200_000 + (spanish ? " tambores de 200 kg" : " drums of 200 kg");
        }
        if (grams >= 25_000) {
            return (grams + 24_999) / 25_000 + (spanish ? " sacos de 25 kg" : " bags of 25 kg");
        }
        return spanish ? "1 caja" : "1 carton";
    }

    private static String upper(String name) {
        return name.toUpperCase(java.util.Locale.ROOT);
    }

    public Goods withCas(String other) {
        return new Goods(description, other, hs, grams, unit, packages, cents);
    }

    public Goods withHs(String other) {
        return new Goods(description, cas, other, grams, unit, packages, cents);
    }

    public Goods withGrams(long other) {
        return new Goods(description, cas, hs, other, unit, packages, cents);
    }

    public Goods withUnit(String other) {
        return new Goods(description, cas, hs, grams, other, packages, cents);
    }

    public Goods withCents(long other) {
        return new Goods(description, cas, hs, grams, unit, packages, other);
    }
}
