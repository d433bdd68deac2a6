package org.vigia.producers.definition;

import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.RowRejection;

/**
 * A field of an event.
 *
 * @param origin the partner's column or columns, for messages
 * @param required whether a row without it is refused
 */
record Field(CellRule rule, String origin, boolean required) {

    String text(Cells row) {
        return rule.text(row);
    }

    /** Refuses a row without the field. */
    void check(Cells row) {
        if (required && text(row).isEmpty()) {
            throw new RowRejection(
                    RejectionReason.MISSING_VALUE, "Column " + origin + " is empty, and a row needs it. Fill it in.");
        }
    }
}
