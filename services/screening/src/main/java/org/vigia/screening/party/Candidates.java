package org.vigia.screening.party;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Names that have a word in common with a query, and how much they can have in common at most. */
final class Candidates {

    private final double[] similar;
    private final double[] best;
    private final int[] word;
    private final boolean[] certain;
    private int[] found = new int[64];
    private int size;
    private int current;

    Candidates(int names) {
        similar = new double[names];
        best = new double[names];
        word = new int[names];
        certain = new boolean[names];
    }

    int capacity() {
        return similar.length;
    }

    /** The next word of the query begins. */
    void nextWord() {
        current++;
    }

    /** A name holds a word that is worth so much with the current word of the query; only the best of them counts. */
    void add(int name, double worth) {
        if (word[name] == 0) {
            append(name);
        }
        if (word[name] != current) {
            word[name] = current;
            best[name] = 0;
        }
        if (worth > best[name]) {
            similar[name] += worth - best[name];
            best[name] = worth;
        }
    }

    /** These names are scored whatever the bound says. */
    void addCertain(@Nullable IntList names) {
        if (names == null) {
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            int name = names.get(i);
            if (word[name] == 0) {
                word[name] = -1;
                append(name);
            }
            certain[name] = true;
        }
    }

    private void append(int name) {
        if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
        }
        found[size++] = name;
    }

    /** Forgets all names, at a cost that does not depend on how many there are in the index. */
    void clear() {
        for (int i = 0; i < size; i++) {
            int name = found[i];
            similar[name] = 0;
            best[name] = 0;
            word[name] = 0;
            certain[name] = false;
        }
        size = 0;
        current = 0;
    }

    int size() {
        return size;
    }

    int get(int at) {
        return found[at];
    }

    boolean contains(int name) {
        return word[name] != 0;
    }

    boolean isCertain(int name) {
        return certain[name];
    }

    double similar(int name) {
        return similar[name];
    }
}
