package org.vigia.producers.definition;

/** What a field of an event is filled with, as a text that the own formats understand. */
@FunctionalInterface
interface CellRule {

    /**
     * The text of the field; empty if it is unknown.
     *
     * @throws org.vigia.producers.table.RowRejection if the partner's cell cannot be read
     */
    String text(RowTexts row);
}
