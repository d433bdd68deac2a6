package org.vigia.producers.table;

/** The cells of one row, or of the rows of one claim put together, by column. */
@FunctionalInterface
public interface Cells {

    /** Text of a cell without blanks around it; empty if the cell is empty or the column is absent. */
    String text(String column);

    /** Whether a cell says anything. */
    default boolean has(String column) {
        return !text(column).isEmpty();
    }
}
