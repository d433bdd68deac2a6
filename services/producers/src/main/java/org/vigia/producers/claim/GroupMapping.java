package org.vigia.producers.claim;

import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.producers.table.Row;

/**
 * Several rows make up one claim, wherever they stand in the file. All methods that take a row throw
 * {@link org.vigia.producers.table.RowRejection} if it cannot be taken.
 */
public non-sealed interface GroupMapping extends Mapping {

    /** Key of the event that the row speaks of. */
    String key(Row row, Batch batch);

    /** Refuses a row that is bad by itself. */
    void check(Row row, Batch batch);

    ClaimStatus status(Row row);

    /** Columns that speak of the event as a whole. An empty cell leaves it to the other rows. */
    Set<String> shared();

    /** The part of the event that the row speaks of and that no other row may, such as a line number; null if none. */
    default @Nullable String part(Row row) {
        return null;
    }

    /**
     * Whether a row that contradicts the ones before it begins the next claim of the event. If not, as in a list that is
     * not a history, it is refused, because it would silently replace them.
     */
    default boolean contradictionRevises() {
        return true;
    }

    /**
     * The claim of rows that do not contradict each other. The order of the rows must not matter.
     *
     * @throws org.vigia.producers.table.RowRejection if all of them together are not enough
     */
    SpecificRecord event(ClaimRows rows, Batch batch);
}
