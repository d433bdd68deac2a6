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
 * <p>A stray quote must not swallow the rows behind it. So where a quoted cell that spans lines does not close properly
 * (the file ends, something follows the closing quote, the cell passes {@link #CELL_LIMIT}), or closes at a second stray
 * quote (see {@link StrayQuotes}), only the first physical line is given up, and scanning resumes at the next. Memory is
 * bounded by {@link #RECORD_LIMIT}.
 */
public final class RecordScanner implements RecordSource {

    /** Largest cell in bytes. */
    public static final int CELL_LIMIT = 1 << 20;

    /** Largest record in bytes. */
    public static final int RECORD_LIMIT = 4 << 20;

    /** How many bytes of a record with a problem are kept; one more than a rejected record may hold, to tell. */
    public static final int KEPT_OF_BAD = (64 << 10) + 1;

    /** Delimiter for files without cells, such as JSON Lines. */
    public static final int NO_CELLS = -1;

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final ByteWindow bytes;
    private final int delimiter;
    private @Nullable StrayQuotes strayQuotes;
    private long line = 1;

    /**
     * Scans a stream, which stays open.
     *
     * @param delimiter byte between cells, or {@link #NO_CELLS} to ignore quotes
     */
    public RecordScanner(InputStream in, int delimiter) {
        bytes = new ByteWindow(in);
        this.delimiter = delimiter;
    }

    /** Says how many cells a row of this file has, by its header. Only then rows between two stray quotes are found. */
    void expect(int columns) {
        strayQuotes = columns > 1 ? new StrayQuotes((char) delimiter, columns) : null;
    }

    /** The next record, blank lines included; null at the end. */
    @Override
    public @Nullable RawRecord next() throws IOException {
        int plain = bytes.plainLine(CELL_LIMIT);
        return plain >= 0 ? take(plain, bytes.lineEnd(plain), 0, 0) : scan();
    }

    private @Nullable RawRecord scan() throws IOException {
        State state = delimiter == NO_CELLS ? State.PLAIN : State.CELL_START;
        int cell = 0;
        // Offset behind the first line end inside a quoted cell; 0 while the record is on one line.
        int secondLine = 0;
        int lines = 0;
        int at = 0;
        for (; at - cell <= CELL_LIMIT && at <= RECORD_LIMIT; at++) {
            if (!bytes.has(at)) {
                if (state == State.QUOTED) {
                    return giveUp(RejectionReason.UNCLOSED_QUOTE, secondLine, at);
                }
                return at == 0 ? null : take(at, 0, secondLine, lines);
            }
            byte b = bytes.at(at);
            if (state == State.QUOTED) {
                if (b == '"') {
                    state = State.QUOTE_IN_QUOTED;
                } else if (b == '\n' || b == '\r') {
                    boolean secondOfPair = b == '\n' && bytes.at(at - 1) == '\r';
                    lines += secondOfPair ? 0 : 1;
                    if (secondLine == 0 || (secondOfPair && secondLine == at)) {
                        secondLine = at + 1;
                    }
                }
            } else if (b == '\n') {
                return take(at, 1, secondLine, lines);
            } else if (b == '\r') {
                boolean pair = bytes.has(at + 1) && bytes.at(at + 1) == '\n';
                return take(at, pair ? 2 : 1, secondLine, lines);
            } else if (b == delimiter && delimiter != NO_CELLS) {
                state = State.CELL_START;
                cell = at + 1;
            } else if (b == '"' && state != State.PLAIN) {
                state = State.QUOTED;
            } else {
                if (state == State.QUOTE_IN_QUOTED && secondLine > 0) {
                    return giveUp(RejectionReason.UNCLOSED_QUOTE, secondLine, at);
                }
                state = State.PLAIN;
            }
        }
        boolean spansLines = state == State.QUOTED && secondLine > 0;
        return giveUp(spansLines ? RejectionReason.UNCLOSED_QUOTE : RejectionReason.CELL_TOO_LARGE, secondLine, at);
    }

    private RawRecord take(int content, int lineEnd, int secondLine, int linesInside) throws IOException {
        byte[] record = bytes.first(content);
        StrayQuotes stray = strayQuotes;
        if (secondLine > 0 && stray != null && stray.swallowRows(record)) {
            return giveUp(RejectionReason.UNCLOSED_QUOTE, secondLine, content);
        }
        bytes.take(content + lineEnd);
        RawRecord taken = new RawRecord(line, record, (long) content + lineEnd, null);
        line += linesInside + 1L;
        return taken;
    }

    /** Gives up the first physical line of the record and resumes behind it. */
    private RawRecord giveUp(RejectionReason problem, int secondLine, int scanned) throws IOException {
        int known = secondLine > 0 ? secondLine : scanned;
        byte[] kept = withoutLineEnd(bytes.first(known));
        bytes.take(known);
        long length = secondLine > 0 ? known : known + bytes.takeLine();
        return new RawRecord(line++, kept, length, problem);
    }

    private static byte[] withoutLineEnd(byte[] line) {
        int to = line.length;
        while (to > 0 && (line[to - 1] == '\n' || line[to - 1] == '\r')) {
            to--;
        }
        return Arrays.copyOf(line, Math.min(to, KEPT_OF_BAD));
    }
}
