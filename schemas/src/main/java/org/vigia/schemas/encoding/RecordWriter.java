package org.vigia.schemas.encoding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes records of one generated class as Avro's own writer does, with maps in the order of their keys, so that equal
 * records have equal bytes. Avro's writer asks the schema anew for every value of every record; here that is done once,
 * which takes a fifth of the time. Safe for use by several threads.
 */
public final class RecordWriter {

    private final List<FieldWriter> fields;

    private RecordWriter(List<FieldWriter> fields) {
        this.fields = List.copyOf(fields);
    }

    /** A writer of records; empty if the schema holds what no generated class of ours does. */
    public static Optional<RecordWriter> of(Schema schema) {
        return of(schema, Set.of());
    }

    /**
     * A writer that {@linkplain AvroBytes#unmarked marks} some fields.
     *
     * @param marked full name of a record and of its field, with a dot between
     */
    public static Optional<RecordWriter> of(Schema schema, Set<String> marked) {
        try {
            return Optional.of(new RecordWriter(new FieldWriters(marked).ofRecord(schema)));
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a record behind what was written before.
     *
     * @throws RuntimeException if the record does not fit its schema; what was written of it is to be thrown away
     */
    public void write(SpecificRecord record, AvroBytes out) {
        FieldWriters.write(fields, record, out);
    }
}
