package org.vigia.producers.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;

/**
 * Cuts a stream of bytes into records. A line ends with LF, CR LF or CR; inside quotes (RFC 4180) it does not end the
 * record. Every byte belongs to exactly one record.
 *
 * <p>A quote that never closes must not swallow the rows behind it. So where a quoted cell that spans lines turns out
 * not to close properly (the file ends, something follows the closing quote, the cell passes {@link #CELL_LIMIT}), only
 * the first physical line is given up, and scanning resumes at the next. Memory is bounded by {@link #RECORD_LIMIT}.
 */
public final class RecordScanner {

    /** Largest cell in bytes. */
    public static final int CELL_LIMIT = 1 << 20;

    /** Largest record in bytes. */
    public static final int RECORD_LIMIT = 4 << 20;

    /** How many bytes of a record with a problem are kept; one more than a rejected record may hold, to tell. */
    public static final int KEPT_OF_BAD = (64 << 10) + 1;

    /** Delimiter for files without cells, such as JSON Lines. */
    public static final int NO_CELLS = -1;

    private static final int CHUNK = 64 << 10;

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final InputStream in;
    private final int delimiter;
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int end;
    private boolean exhausted;
    private long line = 1;

    /**
     * Scans a stream, which stays open.
     *
     * @param delimiter byte between cells, or {@link #NO_CELLS} to ignore quotes
     */
    public RecordScanner(InputStream in, int delimiter) {
        this.in = in;
        this.delimiter = delimiter;
    }

    /** The next record, blank lines included; null at the end. */
    public @Nullable RawRecord next() throws IOException {
        State state = delimiter == NO_CELLS ? State.PLAIN : State.CELL_START;
        int cell = start;
        // First byte after the first line end inside a quoted cell; -1 while the record is on one line.
        int secondLine = -1;
        int lines = 0;
        int at = start;
        while (true) {
            if (at == end) {
                int shift = start;
                boolean more = fill();
                at -= shift;
                cell -= shift;
                secondLine = secondLine < 0 ? -1 : secondLine - shift;
                if (!more) {
                    if (state == State.QUOTED) {
                        return giveUp(RejectionReason.UNCLOSED_QUOTE, secondLine, at);
                    }
                    return at == start ? null : take(at, 0, lines);
                }
            }
            byte b = buffer[at];
            if (state == State.QUOTED) {
                if (b == '"') {
                    state = State.QUOTE_IN_QUOTED;
                } else if (b == '\n' || b == '\r') {
                    boolean secondOfPair = b == '\n' && at > start && buffer[at - 1] == '\r';
                    lines += secondOfPair ? 0 : 1;
                    if (secondLine < 0 || (secondOfPair && secondLine == at)) {
                        secondLine = at + 1;
                    }
                }
            } else if (b == '\n') {
                return take(at, 1, lines);
            } else if (b == '\r') {
                return takeAtCarriageReturn(at, lines);
            } else if (b == delimiter && delimiter != NO_CELLS) {
                state = State.CELL_START;
                cell = at + 1;
            } else if (b == '"' && state != State.PLAIN) {
                state = State.QUOTED;
            } else {
                if (state == State.QUOTE_IN_QUOTED && secondLine >= 0) {
                    return giveUp(RejectionReason.UNCLOSED_QUOTE, secondLine, at);
                }
                state = State.PLAIN;
            }
            at++;
            if (at - cell > CELL_LIMIT || at - start > RECORD_LIMIT) {
                boolean spansLines = state == State.QUOTED && secondLine >= 0;
                return giveUp(
                        spansLines ? RejectionReason.UNCLOSED_QUOTE : RejectionReason.CELL_TOO_LARGE, secondLine, at);
            }
        }
    }

    private RawRecord takeAtCarriageReturn(int at, int lines) throws IOException {
        int content = at - start;
        if (at + 1 == end) {
            fill();
        }
        int carriageReturn = start + content;
        boolean pair = carriageReturn + 1 < end && buffer[carriageReturn + 1] == '\n';
        return take(carriageReturn, pair ? 2 : 1, lines);
    }

    private RawRecord take(int contentEnd, int lineEnd, int linesInside) {
        RawRecord record = new RawRecord(
                line, Arrays.copyOfRange(buffer, start, contentEnd), (long) contentEnd - start + lineEnd, null);
        start = contentEnd + lineEnd;
        line += linesInside + 1L;
        return record;
    }

    /** Gives up the first physical line of the record and resumes behind it. */
    private RawRecord giveUp(RejectionReason problem, int secondLine, int scannedTo) throws IOException {
        if (secondLine >= 0) {
            RawRecord record = new RawRecord(line, keep(secondLine), (long) secondLine - start, problem);
            start = secondLine;
            line++;
            return record;
        }
        byte[] kept = keep(scannedTo);
        long length = (long) scannedTo - start;
        start = scannedTo;
        while (start < end || fill()) {
            byte b = buffer[start++];
            length++;
            if (b == '\n') {
                break;
            }
            if (b == '\r') {
                if ((start < end || fill()) && buffer[start] == '\n') {
                    start++;
                    length++;
                }
                break;
            }
        }
        return new RawRecord(line++, kept, length, problem);
    }

    private byte[] keep(int to) {
        int last = to;
        while (last > start && (buffer[last - 1] == '\n' || buffer[last - 1] == '\r')) {
            last--;
        }
        return Arrays.copyOfRange(buffer, start, Math.min(last, start + KEPT_OF_BAD));
    }

    /** Reads more, moving the record under way to the front; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (exhausted) {
            return false;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            exhausted = true;
            return false;
        }
        end += read;
        return true;
    }
}
