package org.vigia.producers.definition;

import java.util.function.Predicate;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.RowRejection;

/**
 * Rows that are left out on purpose, such as totals. They count as rejected, with the reason that the definition states:
 * so the account of a file still has every row that was read, and a condition that takes too many is seen.
 *
 * @param reason why, in the words of the definition
 */
record LeaveOut(Predicate<Cells> condition, String reason) {

    void check(Cells row) {
        if (condition.test(row)) {
            throw new RowRejection(
                    RejectionReason.LEFT_OUT,
                    "Left out on purpose: " + reason + ". Nothing needs to be done about this row.");
        }
    }
}
