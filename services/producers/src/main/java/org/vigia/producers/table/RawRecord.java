package org.vigia.producers.table;

import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;

/**
 * One record of a file as received: a line, or several if a quoted cell spans lines.
 *
 * @param line first physical line, 1-based
 * @param bytes the bytes without the line end; only the first {@link RecordScanner#KEPT_OF_BAD} if there is a problem
 * @param length bytes taken from the file, line end included
 * @param problem why the record has no cells; absent if it has
 */
@SuppressWarnings("ArrayRecordComponent") // Made once for every row and never compared; a copy would cost more.
public record RawRecord(
        long line, byte[] bytes, long length, @Nullable RejectionReason problem) {

    /** The mark that ended files under CP/M and MS-DOS, and still does those of some authorities. */
    private static final byte END_OF_FILE = 0x1A;

    /** A line with nothing in it, which is no row. */
    public boolean blank() {
        for (byte b : bytes) {
            if (b != ' ' && b != END_OF_FILE) {
                return false;
            }
        }
        return problem == null;
    }
}
