package org.vigia.producers.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a file, in order. */
interface RecordSource {

    /**
     * The next record, good or bad, blank lines included; null at the end.
     *
     * @throws IOException if the file cannot be read on; the message says why
     */
    @Nullable
    RawRecord next() throws IOException;
}
