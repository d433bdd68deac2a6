package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.screening.identity.KnownSubstance.KnownName;
import org.vigia.screening.identity.KnownSubstance.Strength;

/**
 * The names of all substances in one spelling. A name is its words joined, so blanks and hyphens may stand anywhere; an
 * occurrence begins and ends with a word.
 */
final class NameIndex {

    /** A spelling of the table and whose name it is. */
    record Meaning(KnownSubstance substance, String name, Strength strength) {}

    /** Where a name stands in a text, and what it may mean. */
    record Occurrence(int from, int to, List<Meaning> meanings) {
        int words() {
            return to - from;
        }
    }

    private static final int PREFIX = 3;
    private static final int MOST_WORDS = 24;

    private final UnaryOperator<String> spelling;
    private final Map<String, List<Meaning>> byKey = new HashMap<>();
    private final Map<String, List<Meaning>> bySortedWords = new HashMap<>();
    private final Set<String> prefixes = new HashSet<>();
    private int longest;

    /**
     * Indexes names.
     *
     * @param strengths the kinds of names to index
     * @param fewestLetters names of fewer letters are left out
     */
    NameIndex(
            List<KnownSubstance> substances,
            UnaryOperator<String> spelling,
            Set<Strength> strengths,
            int fewestLetters) {
        this.spelling = spelling;
        for (KnownSubstance substance : substances) {
            for (KnownName name : substance.names()) {
                Words words = Words.of(name.text());
                String key = key(spelled(words), 0, words.size());
                if (letters(key) >= fewestLetters && strengths.contains(name.strength())) {
                    Meaning meaning = new Meaning(substance, name.text(), name.strength());
                    add(byKey, key, meaning);
                    add(bySortedWords, sorted(spelled(words), 0, words.size()), meaning);
                    prefixes.add(key.substring(0, Math.min(PREFIX, key.length())));
                    longest = Math.max(longest, key.length());
                }
            }
        }
    }

    private static void add(Map<String, List<Meaning>> map, String key, Meaning meaning) {
        List<Meaning> meanings = map.computeIfAbsent(key, ignored -> new ArrayList<>());
        if (meanings.stream().noneMatch(known -> known.substance().equals(meaning.substance()))) {
            meanings.add(meaning);
        }
    }

    /** Every spelling with what it means. */
    Map<String, List<Meaning>> keys() {
        return byKey;
    }

    String[] spelled(Words words) {
        String[] spelled = new String[words.size()];
        for (int i = 0; i < spelled.length; i++) {
            spelled[i] = spelling.apply(words.text(i));
        }
        return spelled;
    }

    static String key(String[] words, int from, int to) {
        StringBuilder key = new StringBuilder();
        for (int i = from; i < to; i++) {
            key.append(words[i]);
        }
        return key.toString();
    }

    private static String sorted(String[] words, int from, int to) {
        return Arrays.stream(words, from, to)
                .filter(word -> Vocabulary.kind(word) != Vocabulary.Kind.FILLER)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    static int letters(String key) {
        int letters = 0;
        for (int i = 0; i < key.length(); i++) {
            // A Chinese character says as much as a syllable.
            letters += Character.isIdeographic(key.charAt(i)) ? 2 : Character.isLetter(key.charAt(i)) ? 1 : 0;
        }
        return letters;
    }

    /** Names in a text, none overlapping: longer ones win, then earlier ones. Words that are taken are left alone. */
    List<Occurrence> occurrences(Words text, boolean[] taken) {
        String[] words = spelled(text);
        List<Occurrence> found = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        for (int from = 0; from < words.length; from++) {
            key.setLength(0);
            for (int to = from + 1; to <= Math.min(words.length, from + MOST_WORDS) && !taken[to - 1]; to++) {
                boolean wasShort = key.length() < PREFIX;
                key.append(words[to - 1]);
                if (key.length() > longest
                        || (wasShort && key.length() >= PREFIX && !prefixes.contains(key.substring(0, PREFIX)))) {
                    break;
                }
                List<Meaning> meanings = byKey.get(key.toString());
                if (meanings != null) {
                    found.add(new Occurrence(from, to, meanings));
                }
            }
        }
        return withoutOverlap(found, taken.length);
    }

    private static List<Occurrence> withoutOverlap(List<Occurrence> found, int size) {
        if (found.size() < 2) {
            return found;
        }
        boolean[] covered = new boolean[size];
        Map<Integer, Occurrence> kept = new TreeMap<>();
        found.stream()
                .sorted(Comparator.comparingInt(Occurrence::words).reversed())
                .forEach(occurrence -> {
                    for (int i = occurrence.from(); i < occurrence.to(); i++) {
                        if (covered[i]) {
                            return;
                        }
                    }
                    Arrays.fill(covered, occurrence.from(), occurrence.to(), true);
                    kept.put(occurrence.from(), occurrence);
                });
        return List.copyOf(kept.values());
    }

    /** What the words from one place to another mean in whatever order they stand. */
    @Nullable
    List<Meaning> inAnyOrder(String[] words, int from, int to) {
        return bySortedWords.get(sorted(words, from, to));
    }

    /** Meanings by substance, the first of each. */
    static Map<KnownSubstance, Meaning> bySubstance(List<Meaning> meanings) {
        Map<KnownSubstance, Meaning> bySubstance = new LinkedHashMap<>();
        meanings.forEach(meaning -> bySubstance.putIfAbsent(meaning.substance(), meaning));
        return bySubstance;
    }
}
