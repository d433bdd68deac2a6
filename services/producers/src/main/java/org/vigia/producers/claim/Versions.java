package org.vigia.producers.claim;

import java.util.List;
import org.vigia.events.ClaimStatus;
import org.vigia.producers.table.Row;

/** The versions of one event that a file tells. */
interface Versions {

    /**
     * Takes the next row of the event, which is good by itself.
     *
     * @throws org.vigia.producers.table.RowRejection if it does not fit to the others
     */
    void add(Row row, ClaimStatus status);

    /** The versions in the order of the file. */
    List<ClaimRows> all();
}
