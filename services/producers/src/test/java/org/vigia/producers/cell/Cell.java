package org.vigia.producers.cell;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.RowRejection;

/** Cells for tests. */
final class Cell {

    private Cell() {}

    /** Columns and their texts in turn. */
    static Cells of(String... columnsTexts) {
        return column -> {
            for (int i = 0; i < columnsTexts.length; i += 2) {
                if (columnsTexts[i].equals(column)) {
                    return columnsTexts[i + 1];
                }
            }
            return "";
        };
    }

    static RejectionReason reason(ThrowingCallable reading) {
        return catchThrowableOfType(RowRejection.class, reading).reason();
    }

    static String detail(ThrowingCallable reading) {
        return catchThrowableOfType(RowRejection.class, reading).detail();
    }
}
