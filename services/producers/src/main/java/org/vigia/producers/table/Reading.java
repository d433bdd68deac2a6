package org.vigia.producers.table;

import org.jspecify.annotations.Nullable;

/**
 * A file that is open for reading.
 *
 * @param pending a record that was read already to find out what the file is, and counts as a row
 */
record Reading(
        RecordSource source, RowParser parser, @Nullable RawRecord pending) {

    static Reading of(RecordSource source, RowParser parser) {
        return new Reading(source, parser, null);
    }
}
