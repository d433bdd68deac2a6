package org.vigia.producers.claim;

import org.apache.avro.specific.SpecificRecord;
import org.vigia.producers.table.Row;

/** Every row is a claim of its own. */
@FunctionalInterface
public non-sealed interface RowMapping extends Mapping {

    /**
     * The claim that a row makes.
     *
     * @throws org.vigia.producers.table.RowRejection if the row cannot be taken
     */
    SpecificRecord event(Row row, Batch batch);
}
