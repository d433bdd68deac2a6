package org.vigia.producers.cell;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.events.MeasurementUnit;
import org.vigia.schemas.validity.QuantityLimits;

/**
 * The units that partners measure in, each with its exact factor.
 *
 * <p>Pound 0.45359237 kg and ounce (avoirdupois) 28.349523125 g: international yard and pound agreement of 1959. US
 * liquid gallon 231 cubic inches of 2.54 cm, 3.785411784 L (NIST Handbook 44, appendix C).
 */
enum Measure {
    KILOGRAM(MeasurementUnit.KILOGRAM, Kind.MASS, "1000000000", "kg kilogram kilograms kilogramo kilogramos kilos"),
    GRAM(MeasurementUnit.GRAM, Kind.MASS, "1000000", "g gram grams gramo gramos gr"),
    MILLIGRAM(MeasurementUnit.MILLIGRAM, Kind.MASS, "1000", "mg milligram milligrams miligramos"),
    MICROGRAM(MeasurementUnit.MICROGRAM, Kind.MASS, "1", "ug \u00b5g \u03bcg microgram micrograms"),
    POUND(MeasurementUnit.POUND, Kind.MASS, "453592370", "lb lbs pound pounds libra libras"),
    OUNCE(MeasurementUnit.OUNCE, Kind.MASS, "28349523.125", "oz ounce ounces onza onzas"),
    TONNE(MeasurementUnit.TONNE, Kind.MASS, "1000000000000", "t tonne tonnes tonelada toneladas"),
    LITRE(MeasurementUnit.LITRE, Kind.VOLUME, "1000000", "l litre litres liter liters litro litros"),
    MILLILITRE(MeasurementUnit.MILLILITRE, Kind.VOLUME, "1000", "ml millilitre millilitres milliliters mililitros"),
    GALLON(MeasurementUnit.GALLON, Kind.VOLUME, "3785411.784", "gal gallon gallons galones"),
    TABLET(MeasurementUnit.TABLET, Kind.COUNT, "1000", "tablets tablet pill pills pastillas tabletas comprimidos"),
    UNIT(MeasurementUnit.UNIT, Kind.COUNT, "1000", "units unit unidades pieces piezas"),
    BLOT(MeasurementUnit.BLOT, Kind.COUNT, "1000", "blots blot"),
    AMPOULE(MeasurementUnit.AMPOULE, Kind.COUNT, "1000", "ampoules ampoule ampules ampule ampolletas ampollas"),
    PLANT(MeasurementUnit.PLANT, Kind.COUNT, "1000", "plants plant plantas");

    /** What is measured, and so which field of a quantity holds it. */
    enum Kind {
        MASS(QuantityLimits.MASS),
        VOLUME(QuantityLimits.VOLUME),
        COUNT(QuantityLimits.COUNT);

        final QuantityLimits limit;

        Kind(QuantityLimits limit) {
            this.limit = limit;
        }
    }

    private static final Map<String, Measure> BY_NAME = new HashMap<>();

    static {
        for (Measure measure : values()) {
            measure.names().forEach(name -> BY_NAME.put(name, measure));
        }
    }

    final MeasurementUnit unit;
    final Kind kind;
    /** How many of the kind's small units make one of this. */
    final BigDecimal factor;

    /** Names in lower case, the one to write first. */
    private final String names;

    Measure(MeasurementUnit unit, Kind kind, String factor, String names) {
        this.unit = unit;
        this.kind = kind;
        this.factor = new BigDecimal(factor);
        this.names = names;
    }

    private List<String> names() {
        return List.of(names.split(" ", -1));
    }

    /** The unit of a name, whatever its case; null if there is none. */
    static @Nullable Measure named(String text) {
        return BY_NAME.get(text.toLowerCase(Locale.ROOT));
    }

    /** The names to write, for a message. */
    static String known() {
        return Arrays.stream(values())
                .map(measure -> measure.names().getFirst())
                .collect(Collectors.joining(", "));
    }
}
