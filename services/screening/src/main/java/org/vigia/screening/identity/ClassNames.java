package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names that are built on that of a member of a class: {@code meta-fluoro furanyl fentanyl} names a fentanyl-related
 * substance, whichever it is.
 */
final class ClassNames {

    /** Parts that chemists put before such a name. */
    private static final Pattern PARTS = Pattern.compile(
            "(?:alpha|alfa|beta|gamma|cis|trans|ortho|orto|meta|para|iso|cyclo|ciclo|di|tri|tetra|hydro|hidro|hydroxy|hidroxi"
                    + "|fluoro|fluor|chloro|cloro|bromo|iodo|yodo|nitro|amino|thio|tio|oxo|nor|des|methyl|metil|ethyl|etil|propyl"
                    + "|propil|butyl|butil|pentyl|pentil|hexyl|hexil|phenyl|fenil|benzyl|bencil|benzil|acetyl|acetil|acryl|acril"
                    + "|acryloyl|acriloil|propionyl|propionil|butyryl|butiril|butyr|butir|valeryl|valeril|crotonyl|crotonil"
                    + "|furanyl|furanil|furan|thienyl|methoxy|metoxi|ethoxy|etoxi|propoxy|butoxy|acetoxy|benzodioxole|benzoyl"
                    + "|naphthyl|thiophene|thiofuranyl|phenethyl|fenetil|bipiperidinyl|carbamate|pyrrolidino|piperidino|desethyl"
                    + "|isopropoxy|eto|meto|proto|isoto|buto|clo|o|m|p|n)+");

    /** So many words behind a changed name are quoted with it. */
    private static final int WORDS_BEHIND = 3;

    private final Map<String, ClassRule> byChanged = new HashMap<>();
    private final Map<String, ClassRule> bySuffix = new HashMap<>();
    private final Structures structures;

    ClassNames(ClassRules rules, Structures structures) {
        this.structures = structures;
        List<ClassRule> all = new ArrayList<>(rules.rules());
        all.forEach(rule -> rule.changed().forEach(id -> byChanged.put(id, rule)));
        all.forEach(rule -> rule.suffixes().forEach(suffix -> bySuffix.put(suffix, rule)));
    }

    /** What a name of a substance is with a change before or behind it, if that names a class. */
    Optional<Clue> changed(KnownSubstance substance, Words text, int from, int to) {
        Optional<ClassRule> rule = Optional.ofNullable(byChanged.get(substance.id()))
                .or(() -> structures.classesOf(substance).stream()
                        .filter(one -> !one.changed().isEmpty())
                        .max(Comparator.comparingInt(one -> one.suffixes().size())));
        return rule.map(one -> clue(one, changedName(text, from, to), substance.name()));
    }

    private static String changedName(Words text, int from, int to) {
        int start = from;
        while (start > 0
                && !text.get(start).afterBreak()
                && Vocabulary.kind(text.get(start - 1)) != Vocabulary.Kind.FILLER) {
            start--;
        }
        return text.written(start, Math.max(to, Math.min(text.phraseEnd(from), to + WORDS_BEHIND)));
    }

    /** What a single word is that ends as names of a class do. */
    @Nullable
    Clue inWord(Words text, int at) {
        String word = text.text(at);
        for (Map.Entry<String, ClassRule> suffix : bySuffix.entrySet()) {
            if (word.endsWith(suffix.getKey())) {
                String rest = word.substring(0, word.length() - suffix.getKey().length());
                if (rest.isEmpty() || PARTS.matcher(rest).matches()) {
                    return clue(suffix.getValue(), text.written(at, at + 1), suffix.getKey());
                }
            }
        }
        return null;
    }

    private static Clue clue(ClassRule rule, String token, String stem) {
        return Clue.of(
                rule.id(),
                Clue.Kind.CLASS_NAME,
                token,
                "a name built on \"%s\", which the class \"%s\" holds the changed forms of"
                        .formatted(stem, rule.name()));
    }
}
