package org.vigia.producers.definition;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.ClaimRows;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.claim.Mapping;
import org.vigia.producers.claim.RowMapping;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/** Every row of the feed is an event of its own. */
record DefinedRows(Translation translation, Mapping own) implements RowMapping {

    @Override
    public SpecificRecord event(Row row, Batch batch) {
        List<Row> rows = translation.rows(row);
        try {
            return switch (own) {
                case RowMapping mapping -> mapping.event(rows.getFirst(), batch);
                case GroupMapping mapping -> {
                    rows.forEach(part -> mapping.check(part, batch));
                    yield mapping.event(ClaimRows.of(mapping, rows), batch);
                }
            };
        } catch (RowRejection e) {
            throw translation.explained(e);
        }
    }
}
