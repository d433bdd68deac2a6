package org.vigia.producers.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;

/**
 * The data rows of a file, in order: comma-, semicolon- or tab-separated by its header, or JSON Lines. A first line that is
 * no header at all (none of the feed's columns, or no text) counts as a row, so that it is refused and not lost.
 */
public final class RowReader implements AutoCloseable {

    private static final int SNIFFED = RecordScanner.KEPT_OF_BAD;

    private final ByteCounter received = new ByteCounter();
    private final InputStream in;
    private final RecordScanner scanner;
    private final RowParser parser;
    private @Nullable RawRecord pending;
    private long line;

    public RowReader(FeedFile file, Columns columns) throws IOException {
        in = file.open(received);
        try {
            PushbackInputStream content = new PushbackInputStream(in, SNIFFED);
            byte[] beginning = content.readNBytes(SNIFFED);
            int skip = Encoding.byteOrderMark(beginning);
            content.unread(beginning, skip, beginning.length - skip);
            if (isJson(file, beginning, skip)) {
                scanner = new RecordScanner(content, RecordScanner.NO_CELLS);
                parser = new JsonRowParser(columns);
            } else {
                byte delimiter = delimiter(beginning, skip, columns);
                scanner = new RecordScanner(content, delimiter);
                parser = headed(delimiter, columns);
            }
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Reads a record of this file again, as after it was put aside. */
    public RowParser parser() {
        return parser;
    }

    /** The next record that is a row, good or bad; null at the end. */
    public @Nullable RawRecord next() throws IOException {
        RawRecord record = pending;
        pending = null;
        while (record == null) {
            record = scanner.next();
            if (record == null) {
                return null;
            }
            if (record.blank()) {
                record = null;
            }
        }
        line = record.line();
        return record;
    }

    /** Line of the last row read; 0 before the first. */
    public long line() {
        return line;
    }

    /** Bytes read from the file so far, before unpacking. */
    public long bytesRead() {
        return received.count();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private RowParser headed(byte delimiter, Columns columns) throws IOException {
        RawRecord first = next();
        line = 0;
        if (first == null) {
            return new CsvRowParser(new Header(List.of(), columns), columns, delimiter);
        }
        RowRejection unreadable = null;
        if (first.problem() == null) {
            try {
                Header header = new Header(CsvCells.split(first.bytes(), delimiter), columns);
                if (header.isHeader()) {
                    scanner.expect(header.size());
                } else {
                    pending = first;
                }
                return new CsvRowParser(header, columns, delimiter);
            } catch (RowRejection e) {
                unreadable = e;
            }
        }
        pending = first;
        RejectionReason reason = unreadable == null ? RejectionReason.MISSING_COLUMN : unreadable.reason();
        String why = unreadable == null ? "" : " " + unreadable.detail();
        return record -> {
            throw new RowRejection(
                    reason,
                    "The first line cannot be read as a header, so no row of this file can be read. "
                            + Encoding.hint(first.bytes()) + why);
        };
    }

    private static boolean isJson(FeedFile file, byte[] beginning, int from) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (name.matches(".*\\.(jsonl|ndjson|json)(\\.gz)?")) {
            return true;
        }
        int at = from;
        while (at < beginning.length && Character.isWhitespace(beginning[at])) {
            at++;
        }
        return at < beginning.length && beginning[at] == '{';
    }

    /** Comma, semicolon or tab, whichever finds most of the feed's columns in the header. Rows are not looked at. */
    private static byte delimiter(byte[] beginning, int from, Columns columns) throws IOException {
        byte best = ',';
        int most = knownColumns(beginning, from, best, columns);
        for (byte delimiter : new byte[] {';', '\t'}) {
            int known = knownColumns(beginning, from, delimiter, columns);
            if (known > most) {
                best = delimiter;
                most = known;
            }
        }
        return best;
    }

    private static int knownColumns(byte[] beginning, int from, byte delimiter, Columns columns) throws IOException {
        RecordScanner scanner =
                new RecordScanner(new ByteArrayInputStream(beginning, from, beginning.length - from), delimiter);
        RawRecord first = scanner.next();
        while (first != null && first.blank()) {
            first = scanner.next();
        }
        if (first == null || first.problem() != null) {
            return 0;
        }
        try {
            return new Header(CsvCells.split(first.bytes(), delimiter), columns).knownColumns();
        } catch (RowRejection e) {
            return 0;
        }
    }
}
