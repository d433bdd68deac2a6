package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names under which a declared text can be looked up.
 *
 * @param whole the whole text, CAS numbers and their labels left out
 * @param phrases every phrase that begins and ends at a separator or at an end of the text, the whole text included;
 *     {@code "acetic anhydride, 200 kg drums"} holds {@code acetic anhydride}
 */
public record DeclaredText(NormalisedName whole, Set<NormalisedName> phrases) {

    /** A phrase runs over at most this many pieces, so that a text of nothing but separators costs no more than that. */
    private static final int LONGEST_RUN = 12;

    /** What a CAS number that was cut out leaves behind: empty brackets, punctuation at the ends. */
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("\\(\\s*\\)|\\[\\s*]");

    private static final Pattern LOOSE_ENDS = Pattern.compile("^[\\s,;:/|]+|[\\s,;:/|]+$");

    public DeclaredText {
        phrases = Set.copyOf(phrases);
    }

    /** Reads a text as it was declared. */
    public static DeclaredText of(String text) {
        List<String> pieces = DeclaredCas.around(text);
        String rest = EMPTY_BRACKETS.matcher(String.join(" ", pieces)).replaceAll(" ");
        NormalisedName whole =
                new NormalisedName(LOOSE_ENDS.matcher(rest.strip()).replaceAll(""));
        Set<NormalisedName> phrases = new LinkedHashSet<>();
        add(whole, phrases);
        pieces.forEach(piece -> addPhrases(piece, phrases));
        return new DeclaredText(whole, phrases);
    }

    private static void addPhrases(String text, Set<NormalisedName> phrases) {
        List<Separators.Cut> cuts = new ArrayList<>();
        cuts.add(new Separators.Cut(0, 0));
        cuts.addAll(Separators.in(text));
        cuts.add(new Separators.Cut(text.length(), text.length()));
        for (int from = 0; from < cuts.size() - 1; from++) {
            for (int to = from + 1; to < Math.min(cuts.size(), from + 1 + LONGEST_RUN); to++) {
                int start = cuts.get(from).end();
                int end = cuts.get(to).start();
                add(new NormalisedName(text.substring(start, end)), phrases);
            }
        }
    }

    private static void add(NormalisedName name, Set<NormalisedName> names) {
        if (!name.isEmpty()) {
            names.add(name);
        }
    }
}
