package org.vigia.producers.table;

import org.jspecify.annotations.Nullable;

/**
 * A file that is open for reading.
 *
 * @param heading what stands before the rows and says what their cells mean, see {@link RowReader#heading}
 * @param pending a record that was read already to find out what the file is, and counts as a row
 */
@SuppressWarnings("ArrayRecordComponent") // Made once for every file and never compared.
record Reading(
        RecordSource source,
        RowParser parser,
        byte @Nullable [] heading,
        @Nullable RawRecord pending) {

    /** The heading of rows that say themselves what they mean. */
    static final byte[] NO_HEADING = {};

    static Reading of(RecordSource source, RowParser parser) {
        return new Reading(source, parser, NO_HEADING, null);
    }
}
