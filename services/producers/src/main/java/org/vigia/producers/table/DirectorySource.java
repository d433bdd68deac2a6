package org.vigia.producers.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The records of the files of a directory, one file after the other. Lines are counted through all of them, so that a line
 * names one record of the whole.
 */
final class DirectorySource implements RecordSource, RowParser, Closeable {

    private final List<Layout.Part> parts;
    private final Path directory;
    private final Columns columns;
    private final Layout layout;
    /** Parsers by the line before the first of their file. */
    private final TreeMap<Long, RowParser> parsers = new TreeMap<>();

    private final List<RowReader> opened = new ArrayList<>();
    private @Nullable RowReader at;
    private int next;
    private long before;
    private long lines;

    DirectorySource(Path directory, Columns columns, Layout layout) {
        this.directory = directory;
        this.columns = columns;
        this.layout = layout;
        parts = layout.parts();
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (true) {
            RowReader reader = at;
            if (reader == null) {
                if (next == parts.size()) {
                    return null;
                }
                open(parts.get(next++));
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

    private void open(Layout.Part part) throws IOException {
        FeedFile file = FeedFile.part(directory, part);
        if (file == null) {
            return;
        }
        before = lines;
        RowReader reader = new RowReader(file, columns, layout.of(part));
        opened.add(reader);
        parsers.put(before, reader.parser());
        at = reader;
    }

    @Override
    public Row parse(RawRecord record) {
        Map.Entry<Long, RowParser> file = parsers.lowerEntry(record.line());
        if (file == null) {
            throw new IllegalArgumentException("Line " + record.line() + " is in no file that was read");
        }
        return file.getValue().parse(record);
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
