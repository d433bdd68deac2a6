package org.vigia.screening.party;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The words of all names of an index, and every one of them that {@link WordSimilarity} finds like a given word. None is
 * missed: each of its rules has a way of its own to what it may bring together.
 */
final class Vocabulary {

    /**
     * Longer words are within one edit only of words that may differ by two; up to here a word may be within one edit of one
     * that may differ by one only.
     */
    private static final int LONGEST_WITH_ONE = WordSimilarity.TWO_EDITS_FROM;

    private final Map<String, List<Entry>> byFolded = new HashMap<>();
    private final Map<Integer, List<Entry>> byVariant = new HashMap<>();
    private final Map<String, List<Entry>> bySkeleton = new HashMap<>();
    private final Map<String, List<Entry>> unvocalised = new HashMap<>();
    private final Map<String, List<Entry>> numbers = new HashMap<>();
    private final DeletionIndex oneEdit = new DeletionIndex(1);
    private final DeletionIndex twoEdits = new DeletionIndex(2);

    /**
     * A word and the names that hold it.
     *
     * @param names numbers of the names, ascending
     */
    record Entry(NameToken token, IntList names) {}

    /** Adds a word of a name; names come in ascending order. Initials are no words. */
    void add(NameToken token, int name) {
        if (token.kind() == TokenKind.NUMBER) {
            entry(numbers.computeIfAbsent(token.text(), ignored -> new ArrayList<>(1)), token, name);
            return;
        }
        List<Entry> alike = byFolded.get(token.folded().toString());
        if (alike == null) {
            alike = new ArrayList<>(1);
            byFolded.put(token.folded().toString(), alike);
            index(token.folded());
        }
        Entry added = entry(alike, token, name);
        if (added != null) {
            token.variants()
                    .forEach(group -> byVariant
                            .computeIfAbsent(group, ignored -> new ArrayList<>())
                            .add(added));
            addBySkeleton(bySkeleton, added);
            if (token.unvocalised()) {
                addBySkeleton(unvocalised, added);
            }
        }
    }

    private static void addBySkeleton(Map<String, List<Entry>> map, Entry entry) {
        map.computeIfAbsent(entry.token.folded().skeleton(), ignored -> new ArrayList<>(1))
                .add(entry);
    }

    /** The entry if it is new. */
    private static @Nullable Entry entry(List<Entry> entries, NameToken token, int name) {
        for (Entry entry : entries) {
            if (isSameWord(entry.token, token)) {
                entry.names.add(name);
                return null;
            }
        }
        Entry entry = new Entry(token, new IntList());
        entry.names.add(name);
        entries.add(entry);
        return entry;
    }

    /** Whether similarity cannot tell two words apart. */
    private static boolean isSameWord(NameToken a, NameToken b) {
        return a.text().equals(b.text())
                && a.kind() == b.kind()
                && a.unvocalised() == b.unvocalised()
                && Objects.equals(a.logographs(), b.logographs());
    }

    private void index(FoldedWord word) {
        int edits = WordSimilarity.allowedEdits(word.length());
        if (edits > 0 && word.length() <= LONGEST_WITH_ONE) {
            oneEdit.add(word);
        }
        if (edits > 1) {
            twoEdits.add(word);
        }
    }

    int size() {
        return byFolded.size();
    }

    List<Entry> folded(String word) {
        return byFolded.getOrDefault(word, List.of());
    }

    /** Every word that is like the given one, perhaps more than once, with how alike they are. */
    void similar(NameToken word, ObjDoubleConsumer<Entry> consumer) {
        if (word.kind() == TokenKind.NUMBER) {
            pass(word, numbers.get(word.text()), consumer);
            return;
        }
        pass(word, byFolded.get(word.folded().toString()), consumer);
        edited(word, consumer);
        for (Integer group : word.variants()) {
            pass(word, byVariant.get(group), consumer);
        }
        // Consonants bring together only what has vowels with what has none.
        pass(
                word,
                (word.unvocalised() ? bySkeleton : unvocalised)
                        .get(word.folded().skeleton()),
                consumer);
    }

    private void edited(NameToken word, ObjDoubleConsumer<Entry> consumer) {
        int length = word.folded().length();
        if (WordSimilarity.allowedEdits(length) > 0 && length <= LONGEST_WITH_ONE) {
            oneEdit.near(word.folded(), other -> passEdited(word, other, consumer));
        }
        if (WordSimilarity.allowedEdits(length) > 1) {
            twoEdits.near(word.folded(), other -> passEdited(word, other, consumer));
        }
    }

    private void passEdited(NameToken word, FoldedWord other, ObjDoubleConsumer<Entry> consumer) {
        int most = WordSimilarity.allowedEdits(Math.min(word.folded().length(), other.length()));
        int distance = word.folded().distance(other, most);
        if (distance > 0 && distance <= most) {
            pass(word, byFolded.get(other.toString()), consumer);
        }
    }

    private static void pass(NameToken word, @Nullable List<Entry> entries, ObjDoubleConsumer<Entry> consumer) {
        if (entries != null) {
            for (Entry entry : entries) {
                double similarity = WordSimilarity.of(word, entry.token);
                if (similarity > 0) {
                    consumer.accept(entry, similarity);
                }
            }
        }
    }
}
