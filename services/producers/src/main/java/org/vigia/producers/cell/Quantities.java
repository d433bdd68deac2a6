package org.vigia.producers.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.vigia.events.MeasurementUnit;
import org.vigia.events.Quantity;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.RowRejection;
import org.vigia.schemas.validity.QuantityLimits;

/** Declared amounts with their unit, converted exactly and rounded half up to a millionth of a gram or litre. */
public final class Quantities {

    private Quantities() {}

    /** The quantity of two cells; null if the amount is unknown. */
    public static @Nullable Quantity of(Cells cells, String amountColumn, String unitColumn) {
        String unit = cells.text(unitColumn);
        Measure measure = unit.isEmpty() ? null : Measure.named(unit);
        if (!unit.isEmpty() && measure == null) {
            throw new RowRejection(
                    RejectionReason.UNKNOWN_UNIT,
                    "Column " + unitColumn + " holds " + Quote.of(unit) + ", which is no unit known here. Use one of "
                            + Measure.known() + ".");
        }
        BigDecimal amount = Decimals.notNegative(cells, amountColumn);
        if (amount == null) {
            return null;
        }
        if (measure == null) {
            throw new RowRejection(
                    RejectionReason.MISSING_VALUE,
                    "Column " + amountColumn + " is given, but its unit in column " + unitColumn
                            + " is empty. Use one of " + Measure.known() + ".");
        }
        return quantity(amount, measure, amountColumn);
    }

    /** What a quantity measures: mass, volume or count; empty if it is unknown. */
    public static String kind(@Nullable Quantity quantity) {
        if (quantity == null) {
            return "";
        }
        if (quantity.getMicrograms() != null) {
            return "mass";
        }
        return quantity.getMicrolitres() != null ? "volume" : "count";
    }

    private static Quantity quantity(BigDecimal amount, Measure measure, String column) {
        BigDecimal small = amount.multiply(measure.factor);
        QuantityLimits limit = measure.kind.limit;
        if (small.compareTo(BigDecimal.valueOf(limit.most())) > 0) {
            throw new RowRejection(
                    RejectionReason.OUT_OF_RANGE,
                    "Column " + column + " (" + Decimals.canonical(amount) + ") is more than " + limit.words()
                            + ", which no shipment or seizure holds. Check the number and its unit.");
        }
        long exact = small.setScale(0, RoundingMode.HALF_UP).longValueExact();
        String canonical = Decimals.canonical(amount);
        MeasurementUnit unit = measure.unit;
        return switch (measure.kind) {
            case MASS -> new Quantity(canonical, unit, exact, null, null);
            case VOLUME -> new Quantity(canonical, unit, null, exact, null);
            case COUNT -> new Quantity(canonical, unit, null, null, exact);
        };
    }
}
