package org.vigia.producers.definition;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.vigia.producers.cell.Texts;

/** Countries that a partner writes with the three letters of ISO 3166-1, or by their English name. */
final class Countries {

    /** Names that authorities of the United States and the United Nations use, and the CLDR does not. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("burma", "MM"),
            Map.entry("congo, democratic republic of the", "CD"),
            Map.entry("democratic republic of the congo", "CD"),
            Map.entry("congo, republic of the", "CG"),
            Map.entry("cote d ivoire", "CI"),
            Map.entry("czech republic", "CZ"),
            Map.entry("democratic people's republic of korea", "KP"),
            Map.entry("hong kong", "HK"),
            Map.entry("iran (islamic republic of)", "IR"),
            Map.entry("korea, north", "KP"),
            Map.entry("korea, south", "KR"),
            Map.entry("macau", "MO"),
            Map.entry("palestinian", "PS"),
            Map.entry("republic of korea", "KR"),
            Map.entry("russian federation", "RU"),
            Map.entry("syrian arab republic", "SY"),
            Map.entry("the gambia", "GM"),
            Map.entry("turkey", "TR"),
            Map.entry("bahamas, the", "BS"),
            Map.entry("united kingdom of great britain and northern ireland", "GB"),
            Map.entry("united republic of tanzania", "TZ"),
            Map.entry("united states of america", "US"),
            Map.entry("virgin islands, british", "VG"));

    private static final Map<String, String> BY_NAME = byName();

    private Countries() {}

    /** The two letters of a country; any other text as it is. */
    static String alpha2(String text) {
        return BY_NAME.getOrDefault(Texts.normalise(text), text);
    }

    private static Map<String, String> byName() {
        Map<String, String> countries = new HashMap<>(OTHERS);
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            countries.put(Texts.normalise(country.getISO3Country()), code);
            countries.put(Texts.normalise(country.getDisplayCountry(Locale.ENGLISH)), code);
        }
        return Map.copyOf(countries);
    }
}
