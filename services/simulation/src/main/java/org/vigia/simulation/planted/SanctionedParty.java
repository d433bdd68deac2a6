package org.vigia.simulation.planted;

import java.util.List;
import java.util.Locale;
import org.vigia.simulation.world.Draw;

/**
 * A party on the simulated sanctions list: an invented name of syllables that no clean name has.
 *
 * @param number of the party in the list, from 0
 * @param first given name, or first part of a company's name
 * @param second family name, or second part
 * @param alias another name of the party, of two parts like the first
 * @param form legal form of a company, empty for a person
 */
public record SanctionedParty(int number, String first, String second, String alias, String form) {

    /** How many parties the list has. */
    public static final int COUNT = 40;

    private static final List<String> ONSETS = List.of("k", "z", "g", "v", "j", "y", "kh", "zh", "gh", "w");
    private static final List<String> VOWELS = List.of("a", "u", "e", "i", "o");
    private static final List<String> FORMS = List.of("LIMITED", "S.A. DE C.V.", "GMBH", "JOINT STOCK COMPANY");
    private static final List<String[]> SPELLINGS = List.of(
            new String[] {"kh", "h"},
            new String[] {"zh", "j"},
            new String[] {"gh", "g"},
            new String[] {"y", "i"},
            new String[] {"w", "v"},
            new String[] {"u", "ou"},
            new String[] {"k", "q"});

    /** A party of the list. */
    public static SanctionedParty of(long seed, int number) {
        Draw draw = new Draw(seed, Draw.Topic.SANCTIONED, number);
        String first = stem(draw, 3);
        String second = stem(draw, 4);
        String alias = capital(stem(draw, 4)) + " " + capital(stem(draw, 3));
        return new SanctionedParty(
                number, capital(first), capital(second), alias, number % 2 == 0 ? "" : draw.of(FORMS));
    }

    public boolean person() {
        return form.isEmpty();
    }

    /** The name as the list writes it. */
    public String listed() {
        return person()
                ? second.toUpperCase(Locale.ROOT) + ", " + first
                : (first + " " + second + " HOLDING " + form).toUpperCase(Locale.ROOT);
    }

    /** The alias as the list writes it. */
    public String listedAlias() {
        if (!person()) {
            return alias.toUpperCase(Locale.ROOT) + " HOLDING";
        }
        String[] parts = alias.split(" ", 2);
        return parts[0].toUpperCase(Locale.ROOT) + ", " + parts[1];
    }

    /** The name as a declaration may write it. */
    public Declared declared(int variant) {
        return switch (variant % 5) {
            case 0 -> new Declared(name(first, second), "in another order or case");
            case 1 -> new Declared(aliasDeclared(), "by its alias");
            case 2 -> new Declared(name(first, typo(second)), "with two letters exchanged");
            case 3 -> new Declared(name(first, transliterated(second)), "in another transliteration");
            default ->
                new Declared(
                        person() ? second + " " + first : first + " " + second + " Holding",
                        person() ? "family name first" : "without its legal form");
        };
    }

    /** A name, and how it differs from the listed one. */
    public record Declared(String name, String how) {}

    private String name(String one, String two) {
        return person() ? one + " " + two : one + " " + two + " Holding " + form.replace(".", "");
    }

    private String aliasDeclared() {
        if (!person()) {
            return alias + " Holding";
        }
        String[] parts = alias.split(" ", 2);
        return parts[1] + " " + parts[0];
    }

    /** Exchanges the two letters in the middle that differ. */
    private static String typo(String name) {
        char[] letters = name.toCharArray();
        int at = letters.length / 2;
        while (letters[at] == letters[at + 1]) {
            at--;
        }
        char left = letters[at];
        letters[at] = letters[at + 1];
        letters[at + 1] = left;
        return new String(letters);
    }

    private static String transliterated(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        for (String[] spelling : SPELLINGS) {
            int at = small.indexOf(spelling[0]);
            if (at >= 0) {
                return capital(small.substring(0, at) + spelling[1] + small.substring(at + spelling[0].length()));
            }
        }
        return capital(small.replaceFirst("a", "aa"));
    }

    private static String stem(Draw draw, int syllables) {
        StringBuilder stem = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            stem.append(draw.of(ONSETS)).append(draw.of(VOWELS));
        }
        return stem.toString();
    }

    private static String capital(String stem) {
        return stem.substring(0, 1).toUpperCase(Locale.ROOT) + stem.substring(1);
    }
}
