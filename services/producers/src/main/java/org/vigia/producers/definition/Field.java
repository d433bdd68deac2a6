package org.vigia.producers.definition;

import org.vigia.events.RejectionReason;
import org.vigia.producers.table.RowRejection;

/**
 * A field of an event.
 *
 * @param origin the partner's column or columns, for messages
 * @param required whether a row without it is refused
 */
record Field(CellRule rule, String origin, boolean required) {

    /** Refuses a row without the field. */
    void check(RowTexts row) {
        if (required && row.of(this).isEmpty()) {
            throw new RowRejection(
                    RejectionReason.MISSING_VALUE, "Column " + origin + " is empty, and a row needs it. Fill it in.");
        }
    }
}
