package org.vigia.simulation.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Invented names. Each actor has a number and a stem of its own. Stems are made of letters that the names of sanctioned
 * parties do not have, so that no clean name resembles one of them.
 */
public final class Names {

    private static final String CONSONANTS = "bcdflmnprst";
    private static final String VOWELS = "aeio";
    private static final int SYLLABLES = CONSONANTS.length() * VOWELS.length();
    private static final long LONG_STEMS = (long) SYLLABLES * SYLLABLES * SYLLABLES * SYLLABLES * SYLLABLES;

    private static final Map<String, List<String>> WORDS = new HashMap<>();

    static {
        for (List<String> row : Table.rows("names.csv")) {
            WORDS.put(row.get(0) + row.get(1), List.of(row.get(2).split("\\|", -1)));
        }
    }

    private Names() {}

    /** A company with a seat at a port. */
    static String company(Draw draw, Port port, long number) {
        String stem = stem(number);
        String region = port.region();
        String trade = draw.of(words("trade", region));
        String place = draw.of(words("place", region));
        String suffix = draw.of(words("suffix", region));
        return switch (region) {
            case "CN" -> place + " " + stem + " " + trade + " " + suffix;
            case "LATIN" -> trade + " " + stem + " " + place + ", " + suffix;
            default -> stem + " " + place + " " + trade + " " + suffix;
        };
    }

    /** A person; family names come first where that is the custom. */
    static String person(Draw draw, Port port, long number) {
        String region = port.region();
        String given = draw.of(words("given", region));
        String family = stem(number);
        return region.equals("CN") || region.equals("KR") ? family + " " + given : given + " " + family;
    }

    static String address(Draw draw, Port port) {
        String street = draw.of(words("street", port.region()));
        int number = 1 + draw.below(1800);
        return (port.region().equals("LATIN") || port.region().equals("EUROPE")
                        ? street + " " + number
                        : number + " " + street)
                + ", " + port.district() + ", " + port.city() + ", " + port.country();
    }

    /** A pronounceable stem of five syllables; different numbers below 102 million have different ones. */
    static String stem(long number) {
        // Multiplying by a number without common factors scatters neighbours without ever making two alike.
        long code = Math.floorMod(number * 61_803_399L + 27_182_818L, LONG_STEMS);
        StringBuilder stem = new StringBuilder(10);
        for (int i = 0; i < 5; i++) {
            int syllable = (int) (code % SYLLABLES);
            code /= SYLLABLES;
            stem.append(CONSONANTS.charAt(syllable / VOWELS.length()))
                    .append(VOWELS.charAt(syllable % VOWELS.length()));
        }
        stem.setCharAt(0, (char) (stem.charAt(0) - 'a' + 'A'));
        return stem.toString();
    }

    private static List<String> words(String kind, String region) {
        return Objects.requireNonNull(WORDS.get(kind + region), kind + region);
    }
}
