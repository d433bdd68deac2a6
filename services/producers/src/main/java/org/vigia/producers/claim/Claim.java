package org.vigia.producers.claim;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.producers.table.Row;

/**
 * What some rows of a file say of one event.
 *
 * @param subject fingerprint of the event's key
 * @param event the claim as it would be published
 * @param encoded the event in Avro's binary encoding, behind room of {@value #PREFIX_BYTES} bytes
 * @param rows the rows it rests on, at least one
 * @param repeated rows that say the same as one of those
 * @param state what tells whether it says anything new
 */
@SuppressWarnings("ArrayRecordComponent") // Made once for every event and never compared; a copy would cost more.
public record Claim(
        Fingerprint subject,
        SpecificRecord event,
        byte[] encoded,
        List<Row> rows,
        List<Row> repeated,
        Fingerprint state) {

    /** What the wire format puts before a record. */
    public static final int PREFIX_BYTES = 5;

    public Claim {
        rows = List.copyOf(rows);
        repeated = List.copyOf(repeated);
    }

    /** The claim of a single row. */
    public static Claim of(SpecificRecord event, Row row) {
        return ClaimContent.claim(event, List.of(row), List.of());
    }
}
