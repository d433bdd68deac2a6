package org.vigia.screening.watchlist;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Quantity;

/**
 * A quantity in the unit of its kind. Kinds are never added to each other, except volume to mass under the labelled
 * assumption that a litre weighs a kilogram (UNODC's convention for liquids of unknown density).
 *
 * @param amount kilograms, litres or pieces, not negative
 */
record Measure(Kind kind, BigDecimal amount) {

    private static final int MICROGRAMS_PER_KILOGRAM_POWER = 9;
    private static final int MICROLITRES_PER_LITRE_POWER = 6;
    private static final int MILLIUNITS_PER_UNIT_POWER = 3;

    enum Kind {
        MASS("kilogram"),
        VOLUME("litre"),
        COUNT("unit");

        final String unit;

        Kind(String unit) {
            this.unit = unit;
        }
    }

    /** The measure of a quantity; empty if there is none, its unit is unknown, or it is negative. */
    static Optional<Measure> of(@Nullable Quantity quantity) {
        if (quantity == null) {
            return Optional.empty();
        }
        Measure measure = null;
        if (quantity.getMicrograms() != null) {
            measure = scaled(Kind.MASS, quantity.getMicrograms(), MICROGRAMS_PER_KILOGRAM_POWER);
        } else if (quantity.getMicrolitres() != null) {
            measure = scaled(Kind.VOLUME, quantity.getMicrolitres(), MICROLITRES_PER_LITRE_POWER);
        } else if (quantity.getMilliunits() != null) {
            measure = scaled(Kind.COUNT, quantity.getMilliunits(), MILLIUNITS_PER_UNIT_POWER);
        }
        return Optional.ofNullable(measure).filter(m -> m.amount.signum() >= 0);
    }

    private static Measure scaled(Kind kind, long value, int power) {
        return new Measure(kind, BigDecimal.valueOf(value, power));
    }

    /** Whether comparing with the other kind takes the assumption of 1 kg a litre. */
    boolean comparableByLitreAssumption(Kind other) {
        return (kind == Kind.MASS && other == Kind.VOLUME) || (kind == Kind.VOLUME && other == Kind.MASS);
    }
}
