package org.vigia.producers.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;

/** What reads the rows of the files of a directory, each by its line, which is counted through all of them. */
final class PartParsers implements RowParser {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The rows of one file.
     *
     * @param name of the file
     * @param before the line before its first
     * @param heading what stands before its rows; null if none can be read by itself
     */
    @SuppressWarnings("ArrayRecordComponent") // Only written down and read again.
    private record Heading(String name, long before, byte @Nullable [] heading) {}

    private final List<Heading> headings = new ArrayList<>();
    private final TreeMap<Long, RowParser> parsers = new TreeMap<>();

    /** Adds the file after those added before. */
    void add(Layout.Part file, long before, byte @Nullable [] heading, RowParser parser) {
        headings.add(new Heading(file.name(), before, heading));
        parsers.put(
                before,
                file.cells().isEmpty() ? parser : record -> new OverlaidRow(parser.parse(record), file.cells()));
    }

    /** What stands before the rows of all files, see {@link RowReader#heading}. */
    byte[] heading() {
        try {
            return JSON.writeValueAsBytes(headings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Names, numbers and bytes can always be written", e);
        }
    }

    /**
     * Reads single rows of the files.
     *
     * @param heading as {@link #heading()} had it
     */
    static PartParsers below(byte[] heading, Columns columns, Layout layout) throws IOException {
        PartParsers parsers = new PartParsers();
        for (Heading file : JSON.readValue(heading, Heading[].class)) {
            byte[] line = file.heading();
            Layout.Part part = layout.parts().stream()
                    .filter(known -> known.name().equals(file.name()))
                    .findFirst()
                    .orElse(null);
            if (part != null && line != null) {
                parsers.add(part, file.before(), line, RowReader.parser(line, columns, layout.of(part)));
            } else {
                parsers.parsers.put(file.before(), PartParsers::unreadable);
            }
        }
        return parsers;
    }

    private static Row unreadable(RawRecord record) {
        throw new RowRejection(
                RejectionReason.MISSING_COLUMN,
                "The row alone does not say what its cells mean. Load the whole directory again.");
    }

    @Override
    public Row parse(RawRecord record) {
        Map.Entry<Long, RowParser> file = parsers.lowerEntry(record.line());
        if (file == null) {
            throw new IllegalArgumentException("Line " + record.line() + " is in no file that was read");
        }
        return file.getValue().parse(record);
    }
}
