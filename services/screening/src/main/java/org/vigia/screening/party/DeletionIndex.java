package org.vigia.screening.party;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds the words within one or two edits of a word without looking at all of them: words that are within n edits of each
 * other can be made equal by leaving out at most n letters of each (Mor and Fraenkel, "A hash code method for detecting and
 * correcting spelling errors", 1982). What is left of each word is kept as a hash; a hash that two share by chance costs a
 * comparison and changes nothing.
 */
final class DeletionIndex {

    private final int deletions;
    private long[] keys = new long[1 << 10];
    private int[] heads = new int[1 << 10];
    private int used;
    private int[] words = new int[1 << 10];
    private int[] next = new int[1 << 10];
    private int links = 1;
    private FoldedWord[] all = new FoldedWord[1 << 8];
    private int size;

    /** @param deletions edits up to which words are found, 1 or 2 */
    DeletionIndex(int deletions) {
        this.deletions = deletions;
    }

    /** Adds a word that is not in it. */
    void add(FoldedWord word) {
        if (size == all.length) {
            all = Arrays.copyOf(all, size * 2);
        }
        all[size] = word;
        for (long key : deletions(word)) {
            link(key, size);
        }
        size++;
    }

    private void link(long key, int word) {
        if (used * 2 > keys.length) {
            grow();
        }
        if (links == words.length) {
            words = Arrays.copyOf(words, links * 2);
            next = Arrays.copyOf(next, links * 2);
        }
        int slot = slot(key);
        if (heads[slot] == 0) {
            keys[slot] = key;
            used++;
        }
        words[links] = word;
        next[links] = heads[slot];
        heads[slot] = links++;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ key >>> 32) & mask;
        while (heads[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldHeads = heads;
        keys = new long[oldKeys.length * 2];
        heads = new int[oldHeads.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldHeads[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                heads[slot] = oldHeads[i];
            }
        }
    }

    /** Passes every other word within the edits, and perhaps some that are not. */
    void near(FoldedWord word, Consumer<FoldedWord> consumer) {
        int[] seen = new int[32];
        int count = 0;
        for (long key : deletions(word)) {
            for (int link = heads[slot(key)]; link != 0; link = next[link]) {
                if (!contains(seen, count, words[link])) {
                    if (count == seen.length) {
                        seen = Arrays.copyOf(seen, count * 2);
                    }
                    seen[count++] = words[link];
                    consumer.accept(all[words[link]]);
                }
            }
        }
    }

    /** There are few; a set would cost more. */
    private static boolean contains(int[] seen, int count, int word) {
        for (int i = 0; i < count; i++) {
            if (seen[i] == word) {
                return true;
            }
        }
        return false;
    }

    /** Hashes of the word without any up to {@code deletions} of its letters. */
    private long[] deletions(FoldedWord word) {
        int length = word.length();
        int count = 1 + length + (deletions > 1 ? length * (length - 1) / 2 : 0);
        long[] hashes = new long[count];
        hashes[0] = hash(word, -1, -1);
        int at = 1;
        for (int i = 0; i < length; i++) {
            hashes[at++] = hash(word, i, -1);
            for (int j = i + 1; deletions > 1 && j < length; j++) {
                hashes[at++] = hash(word, i, j);
            }
        }
        return hashes;
    }

    private static long hash(FoldedWord word, int without, int nor) {
        long hash = 1;
        for (int i = 0; i < word.length(); i++) {
            if (i != without && i != nor) {
                hash = (hash ^ word.code(i) + 1) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 29;
            }
        }
        return hash;
    }
}
