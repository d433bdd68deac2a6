package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Words around names in declared texts, in several languages ({@code vocabulary.tsv}), and what they do to the name. */
final class Vocabulary {

    /** What a word says about the substance named beside it. */
    enum Kind {
        /** Nothing: articles, generic words. */
        FILLER,
        GRADE,
        STATE,
        SOLUTION,
        PACKAGING,
        UNIT,
        /** It is a salt of it. */
        SALT,
        HYDRATE,
        /** It is not it. */
        NEGATION,
        /** It is another substance made from it. */
        MODIFIER,
        NUMBER,
        /** Not a word of the vocabulary. */
        UNKNOWN;

        boolean isNoise() {
            return this != NEGATION && this != MODIFIER && this != UNKNOWN;
        }
    }

    private static final Map<String, Kind> KINDS = new HashMap<>();
    private static final List<List<String>> TRANSLATIONS = new ArrayList<>();

    /** Endings of substituent and class names, folded languages included: what stands beside a name and changes it. */
    private static final Set<String> CHEMICAL_ENDINGS =
            Set.of(("yl il ilo yle ylene ilen oxy oxi oxo amino imino chloro cloro bromo fluoro fluor iodo yodo "
                            + "nitro hydroxy hidroxi cyano ciano thio tio mercapto keto aza oxa phospho fosfo oate oato ylate "
                            + "ilato ide uro ine ina idin azole azol ole one ona ane ano ene eno anol enol phenol fenol anal "
                            + "aldehyde aldehido amide amida nitrile nitrilo ic ico ique oyl oilo ate ato olate onium onio")
                    .split(" "));

    private static final int LONGEST_ENDING = 9;

    private static final Pattern MULTIPLIER = Pattern.compile(
            "di|tri|tetra|penta|hexa|mono|bis|tris|iso|neo|sec|tert|terc|cyclo|ciclo|ortho|orto|meta|para|nor");

    static {
        Resource.rows("vocabulary.tsv").forEach(row -> {
            List<String> words =
                    Arrays.asList(Objects.requireNonNull(row.get("words")).split("\\s+"));
            String kind = Objects.requireNonNull(row.get("kind"));
            if (kind.equals("translation")) {
                TRANSLATIONS.add(words);
            } else {
                words.forEach(word -> KINDS.putIfAbsent(word, Kind.valueOf(kind.toUpperCase(Locale.ROOT))));
            }
        });
    }

    private Vocabulary() {}

    /** Words that are each other's translation, the English one first. */
    static List<List<String>> translations() {
        return TRANSLATIONS;
    }

    static Kind kind(Words.Word word) {
        return word.isNumber() ? Kind.NUMBER : KINDS.getOrDefault(word.text(), Kind.UNKNOWN);
    }

    static Kind kind(String word) {
        return Character.isDigit(word.charAt(0)) ? Kind.NUMBER : KINDS.getOrDefault(word, Kind.UNKNOWN);
    }

    /** Whether a word beside a name makes another name of both, as {@code chloro} before or {@code oxime} behind does. */
    static boolean changesName(String word) {
        Kind kind = kind(word);
        return kind == Kind.MODIFIER
                || (kind == Kind.UNKNOWN && (MULTIPLIER.matcher(word).matches() || endsChemically(word)));
    }

    private static boolean endsChemically(String word) {
        for (int length = 2; length <= Math.min(LONGEST_ENDING, word.length()); length++) {
            if (CHEMICAL_ENDINGS.contains(word.substring(word.length() - length))) {
                return true;
            }
        }
        return false;
    }
}
