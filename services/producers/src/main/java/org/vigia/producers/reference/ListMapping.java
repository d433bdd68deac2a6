package org.vigia.producers.reference;

import java.util.Set;
import org.vigia.events.ClaimStatus;
import org.vigia.producers.cell.Choices;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.table.Row;

/** Rows of a reference list: all rows of an entry hold at once and add to each other, unless the list says otherwise. */
interface ListMapping extends GroupMapping {

    @Override
    default ClaimStatus status(Row row) {
        return Choices.status(row);
    }

    @Override
    default Set<String> shared() {
        return Set.of();
    }

    @Override
    default boolean history() {
        return false;
    }

    /** Nothing need be agreed on. */
    @Override
    default String part(Row row) {
        return "";
    }
}
