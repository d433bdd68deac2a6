package org.vigia.screening.history;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What declared packages hold: {@code 40 drums of 200 kg}, {@code 720 sacos de 25 kg}, {@code 12 x 50 L}. */
final class Packages {

    private static final Pattern HELD = Pattern.compile(
            "(\\d{1,7})\\s*(?:\\p{L}[\\p{L} ]{0,30}?\\s(?:of|de|à|zu|da)|[x×])\\s*(\\d{1,6}(?:\\.\\d{1,3})?)\\s*(kgs?|g|lts?|l|lbs?|t)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern TABLETS = Pattern.compile(
            "(\\d{1,3}(?:,\\d{3})+|\\d{1,9})\\s*(?:tablets?|pills?|tabletas?|pastillas?|comprimidos?|comprim[ée]s?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Kilograms; a litre counts as one, a pound is 0.45359237 kg by definition (NIST SP 811). */
    private static final Map<String, Double> KILOGRAMS =
            Map.of("kg", 1.0, "g", 0.001, "l", 1.0, "lt", 1.0, "lb", 0.45359237, "t", 1000.0);

    private Packages() {}

    /** Kilograms that the packages hold, if the text says so. */
    static OptionalDouble kilograms(String text) {
        Matcher held = HELD.matcher(text);
        if (!held.find()) {
            return OptionalDouble.empty();
        }
        String unit = held.group(3).toLowerCase(Locale.ROOT);
        double factor = KILOGRAMS.getOrDefault(unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit, 0.0);
        double kilograms = Double.parseDouble(held.group(1)) * Double.parseDouble(held.group(2)) * factor;
        return kilograms > 0 ? OptionalDouble.of(kilograms) : OptionalDouble.empty();
    }

    /** Number of tablets, if the text says so. */
    static OptionalDouble tablets(String text) {
        Matcher counted = TABLETS.matcher(text);
        return counted.find()
                ? OptionalDouble.of(Double.parseDouble(counted.group(1).replace(",", "")))
                : OptionalDouble.empty();
    }
}
