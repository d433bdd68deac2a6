package org.vigia.producers.definition;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries that a partner writes with the three letters of ISO 3166-1. */
final class Countries {

    private static final Map<String, String> BY_THREE = byThree();

    private Countries() {}

    /** The two letters of a country given by three; any other text as it is. */
    static String alpha2(String text) {
        return BY_THREE.getOrDefault(text.toUpperCase(Locale.ROOT), text);
    }

    private static Map<String, String> byThree() {
        Map<String, String> countries = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            countries.put(Locale.of("", code).getISO3Country(), code);
        }
        return Map.copyOf(countries);
    }
}
