package org.vigia.screening.identity;

import java.util.Map;

/** Letters of other alphabets as chemists of Latin script write them. */
final class Transliteration {

    private static final String[] GREEK = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };

    /** Russian names of substances are the Latin ones, so letters stand for the Latin ones and not for sounds. */
    private static final Map<Character, String> CYRILLIC = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('ё', "e"),
            Map.entry('ж', "j"),
            Map.entry('з', "s"),
            Map.entry('и', "i"),
            Map.entry('й', "i"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "ch"),
            Map.entry('ц', "c"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "sh"),
            Map.entry('ъ', ""),
            Map.entry('ы', "y"),
            Map.entry('ь', ""),
            Map.entry('э', "e"),
            Map.entry('ю', "u"),
            Map.entry('я', "a"));

    private Transliteration() {}

    /** The name of a Greek letter; another character of the script as it is. */
    static String greek(String letter) {
        int index = Character.toLowerCase(letter.charAt(0)) - '\u03b1';
        return index >= 0 && index < GREEK.length ? GREEK[index] : letter;
    }

    /** Cyrillic small letters in Latin ones. */
    static String cyrillic(String word) {
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            latin.append(CYRILLIC.getOrDefault(word.charAt(i), word.substring(i, i + 1)));
        }
        return latin.toString();
    }
}
