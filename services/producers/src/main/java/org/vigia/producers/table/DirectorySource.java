package org.vigia.producers.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of the files of a directory, one file after the other. Lines are counted through all of them, so that a line
 * names one record of the whole.
 */
final class DirectorySource implements RecordSource, RowParser, Closeable {

    private final List<PartFiles.Found> files;
    private final Columns columns;
    private final Layout layout;
    private final PartParsers parsers = new PartParsers();

    private final List<RowReader> opened = new ArrayList<>();
    private @Nullable RowReader at;
    private int next;
    private long before;
    private long lines;

    DirectorySource(Path directory, Columns columns, Layout layout) throws IOException {
        this.columns = columns;
        this.layout = layout;
        files = PartFiles.in(directory, layout.parts());
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (true) {
            RowReader reader = at;
            if (reader == null) {
                if (next == files.size()) {
                    return null;
                }
                open(files.get(next++));
                continue;
            }
            RawRecord record = reader.next();
            if (record != null) {
                lines = before + record.line();
                return new RawRecord(lines, record.bytes(), record.length(), record.problem());
            }
            reader.close();
            at = null;
        }
    }

    private void open(PartFiles.Found found) throws IOException {
        before = lines;
        // The size tells nobody anything here, and the checksum is that of the directory.
        RowReader reader = new RowReader(new FeedFile(found.path(), 0, ""), columns, layout.of(found.part()));
        opened.add(reader);
        parsers.add(found.part(), before, reader.heading(), reader.parser());
        at = reader;
    }

    @Override
    public Row parse(RawRecord record) {
        return parsers.parse(record);
    }

    /** What stands before the rows of the files read so far. */
    byte[] heading() {
        return parsers.heading();
    }

    /** Bytes read from all files so far, before unpacking. */
    long bytesRead() {
        return opened.stream().mapToLong(RowReader::bytesRead).sum();
    }

    @Override
    public void close() throws IOException {
        RowReader reader = at;
        if (reader != null) {
            reader.close();
        }
    }
}
