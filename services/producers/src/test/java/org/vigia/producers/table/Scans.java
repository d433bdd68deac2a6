package org.vigia.producers.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Scans bytes for tests. */
final class Scans {

    private Scans() {}

    static List<RawRecord> of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<RawRecord> of(byte[] bytes) {
        return of(new ByteArrayInputStream(bytes));
    }

    static List<RawRecord> of(InputStream in) {
        RecordScanner scanner = new RecordScanner(in, ',');
        List<RawRecord> records = new ArrayList<>();
        try {
            for (RawRecord record = scanner.next(); record != null; record = scanner.next()) {
                records.add(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    /** Line, problem if any, and text of a record. */
    static String show(RawRecord record) {
        String problem = record.problem() == null ? "" : record.problem() + " ";
        return record.line() + " " + problem + new String(record.bytes(), StandardCharsets.UTF_8);
    }
}
