package org.vigia.producers.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The data rows of a file, in order, whatever its layout. A first line that is no header at all (none of the feed's columns,
 * or no text) counts as a row, so that it is refused and not lost.
 */
public final class RowReader implements AutoCloseable {

    private static final int SNIFFED = RecordScanner.KEPT_OF_BAD;

    private final ByteCounter received = new ByteCounter();
    private final Closeable in;
    private final LongSupplier read;
    private final RecordSource source;
    private final RowParser parser;
    private final Supplier<byte @Nullable []> heading;
    private @Nullable RawRecord pending;
    private long line;

    public RowReader(FeedFile file, Columns columns, Layout layout) throws IOException {
        if (!layout.parts().isEmpty()) {
            DirectorySource directory = new DirectorySource(file.path(), columns, layout);
            in = directory;
            read = directory::bytesRead;
            source = directory;
            parser = directory;
            heading = directory::heading;
            return;
        }
        InputStream unpacked = file.open(received);
        in = unpacked;
        read = received::count;
        try {
            PushbackInputStream content = new PushbackInputStream(unpacked, SNIFFED);
            byte[] beginning = content.readNBytes(SNIFFED);
            int skip = Encoding.byteOrderMark(beginning);
            content.unread(beginning, skip, beginning.length - skip);
            byte[] text = Arrays.copyOfRange(beginning, skip, beginning.length);
            Reading reading = open(form(file, layout, text), content, text, columns, layout);
            source = reading.source();
            parser = reading.parser();
            pending = reading.pending();
            heading = reading::heading;
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    private RowReader(List<RawRecord> rows, byte[] heading, RowParser parser) {
        Iterator<RawRecord> each = rows.iterator();
        in = () -> {};
        read = () -> 0;
        source = () -> each.hasNext() ? each.next() : null;
        this.parser = parser;
        this.heading = () -> heading;
    }

    /**
     * Reads rows again that were taken out of a file.
     *
     * @param rows with their lines in that file
     * @param heading what stood before them, as {@link #heading} had it
     * @throws IOException if the feed cannot read below such a heading any more
     */
    public static RowReader again(List<RawRecord> rows, byte[] heading, Columns columns, Layout layout)
            throws IOException {
        return new RowReader(rows, heading, parser(heading, columns, layout));
    }

    /** Reads single rows that stood below a heading. */
    static RowParser parser(byte[] heading, Columns columns, Layout layout) throws IOException {
        if (!layout.parts().isEmpty()) {
            return PartParsers.below(heading, columns, layout);
        }
        return switch (layout.form()) {
            case DETECTED ->
                heading.length == 0
                        ? new JsonRowParser(columns, false)
                        : new DelimitedFile(columns, layout).below(heading);
            case DELIMITED -> new DelimitedFile(columns, layout).below(heading);
            case JSON_LINES, JSON -> new JsonRowParser(columns, true);
            case SOCRATA -> SocrataFile.below(heading, columns);
            case XML -> new XmlRowParser(columns);
        };
    }

    private static Reading open(Layout.Form form, InputStream content, byte[] beginning, Columns columns, Layout layout)
            throws IOException {
        return switch (form) {
            case DETECTED, DELIMITED -> new DelimitedFile(columns, layout).open(content, beginning);
            case JSON_LINES ->
                Reading.of(
                        new RecordScanner(content, RecordScanner.NO_CELLS),
                        new JsonRowParser(columns, layout.form() != Layout.Form.DETECTED));
            case JSON ->
                Reading.of(
                        new JsonRecords(new JsonBytes(content), layout.path()),
                        new JsonRowParser(columns, layout.form() != Layout.Form.DETECTED));
            case SOCRATA -> SocrataFile.open(content, columns);
            case XML -> Reading.of(new XmlRecords(content, layout.elements()), new XmlRowParser(columns));
        };
    }

    /** Reads a record of this file again, as after it was put aside. */
    public RowParser parser() {
        return parser;
    }

    /**
     * What stands before the rows and says what their cells mean, so that a row can be read again by itself; empty if they
     * say it themselves, null if none can be read by itself. Known in full at the end of the file.
     */
    public byte @Nullable [] heading() {
        return heading.get();
    }

    /** The next record that is a row, good or bad; null at the end. */
    public @Nullable RawRecord next() throws IOException {
        RawRecord record = pending;
        pending = null;
        while (record == null) {
            record = source.next();
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
        return read.getAsLong();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static Layout.Form form(FeedFile file, Layout layout, byte[] beginning) {
        if (layout.form() != Layout.Form.DETECTED) {
            return layout.form();
        }
        int at = 0;
        while (at < beginning.length && Character.isWhitespace(beginning[at])) {
            at++;
        }
        byte first = at < beginning.length ? beginning[at] : 0;
        boolean json = file.name().toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson|json)(\\.(gz|zst))?");
        if (first == '[' && json) {
            return Layout.Form.JSON;
        }
        return json || first == '{' ? Layout.Form.JSON_LINES : Layout.Form.DELIMITED;
    }
}
