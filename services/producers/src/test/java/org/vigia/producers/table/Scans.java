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
        return of(new RecordScanner(in, ','));
    }

    /** Scans a file without its header, which has so many columns. */
    static List<RawRecord> of(String rows, char delimiter, int columns) {
        return of(rows.getBytes(StandardCharsets.UTF_8), delimiter, columns);
    }

    static List<RawRecord> of(byte[] rows, char delimiter, int columns) {
        RecordScanner scanner = new RecordScanner(new ByteArrayInputStream(rows), delimiter);
        scanner.expect(columns);
        return of(scanner);
    }

    private static List<RawRecord> of(RecordScanner scanner) {
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
