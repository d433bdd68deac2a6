package org.vigia.producers.table;

/** Reads one record as a row. */
@FunctionalInterface
public interface RowParser {

    /** @throws RowRejection if the record cannot be read as a row */
    Row parse(RawRecord record);
}
