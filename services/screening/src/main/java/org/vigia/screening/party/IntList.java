package org.vigia.screening.party;

import java.util.Arrays;

/** Numbers in ascending order, each once, without the cost of objects. */
final class IntList {

    private int[] values = new int[2];
    private int size;

    /** Adds a number that is not less than the last one. */
    void add(int value) {
        if (size > 0 && values[size - 1] == value) {
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    int get(int at) {
        return values[at];
    }
}
