package org.vigia.producers.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;

/**
 * Cuts the list of a JSON document into its elements, byte for byte as received. What an element says is left to its parser;
 * here only strings and brackets matter. Memory is bounded by {@link RecordScanner#RECORD_LIMIT}, whatever the document
 * holds before the list or in it.
 */
final class JsonRecords implements RecordSource {

    private final JsonBytes bytes;
    private final List<String> path;
    private boolean first = true;
    private boolean ended;

    /**
     * The elements of a list.
     *
     * @param path names of the fields that lead to the list, from the outermost
     */
    JsonRecords(JsonBytes bytes, List<String> path) {
        this.bytes = bytes;
        this.path = List.copyOf(path);
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        if (ended || (first && bytes.peek() < 0)) {
            return null;
        }
        if (first) {
            for (String name : path) {
                descend(name);
            }
            bytes.expect('[', "a list of rows");
        }
        if (bytes.peek() == ']') {
            ended = true;
            return null;
        }
        if (!first) {
            bytes.expect(',', "a comma or the end of the list");
            bytes.peek();
        }
        first = false;
        return element();
    }

    private RawRecord element() throws IOException {
        long line = bytes.line();
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long length = bytes.value(kept, RecordScanner.RECORD_LIMIT);
        return length <= RecordScanner.RECORD_LIMIT
                ? new RawRecord(line, kept.toByteArray(), length, null)
                : new RawRecord(
                        line,
                        Arrays.copyOf(kept.toByteArray(), RecordScanner.KEPT_OF_BAD),
                        length,
                        RejectionReason.CELL_TOO_LARGE);
    }

    private void descend(String name) throws IOException {
        bytes.expect('{', "an object with the field " + name);
        String field = bytes.nextField();
        while (field != null && !field.equals(name)) {
            bytes.skip();
            field = bytes.nextField();
        }
        if (field == null) {
            throw new IOException("the JSON document has no field " + name + " that leads to its rows");
        }
    }
}
