package org.vigia.producers.table;

/** Reads one record as a row. */
@FunctionalInterface
public interface RowParser {

    /**
     * Reads a record.
     *
     * @throws RowRejection if it cannot be read as a row
     */
    Row parse(RawRecord record);
}
