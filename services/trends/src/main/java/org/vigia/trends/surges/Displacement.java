package org.vigia.trends.surges;

import java.util.List;

/**
 * A fall with the rises that answer it.
 *
 * @param strongest the move with the most support, which dates the change
 * @param others moves to other neighbours within a year of it, by their key
 */
record Displacement(Move strongest, List<Move> others) {

    Displacement {
        others = List.copyOf(others);
    }

    int month() {
        return strongest.month();
    }
}
