package org.vigia.producers.claim;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.producers.table.Row;

/**
 * What some rows of a file say of one event.
 *
 * @param event the claim as it would be published
 * @param rows the rows it rests on, at least one
 * @param repeated rows that say the same as one of those
 * @param state what tells whether it says anything new
 */
public record Claim(SpecificRecord event, List<Row> rows, List<Row> repeated, Fingerprint state) {

    public Claim {
        rows = List.copyOf(rows);
        repeated = List.copyOf(repeated);
    }

    static Claim of(SpecificRecord event, List<Row> rows, List<Row> repeated) {
        return new Claim(event, rows, repeated, ClaimContent.state(event));
    }

    /** The claim of a single row. */
    public static Claim of(SpecificRecord event, Row row) {
        return of(event, List.of(row), List.of());
    }
}
