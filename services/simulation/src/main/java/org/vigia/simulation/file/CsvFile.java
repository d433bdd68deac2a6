package org.vigia.simulation.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes CSV (RFC 4180, UTF-8), cell by cell. The same bytes on every machine: numbers are written digit by digit and
 * lines end with a line feed.
 */
final class CsvFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 4096);
    private boolean started;
    private long rows = -1;

    CsvFile(Path file, String header) throws IOException {
        out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        buffer.append(header);
        end();
    }

    CsvFile cell(String text) {
        divide();
        if (needsQuotes(text)) {
            buffer.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            buffer.append(text);
        }
        return this;
    }

    CsvFile empty(int cells) {
        for (int i = 0; i < cells; i++) {
            divide();
        }
        return this;
    }

    CsvFile whole(long number) {
        divide();
        buffer.append(number);
        return this;
    }

    /** A number of thousandths as a decimal, without trailing zeros. */
    CsvFile thousandths(long number) {
        divide();
        decimal(number, 1000);
        return this;
    }

    /** A number of hundredths as a decimal, without trailing zeros. */
    CsvFile hundredths(long number) {
        divide();
        decimal(number, 100);
        return this;
    }

    private void decimal(long number, long parts) {
        buffer.append(number / parts);
        long rest = number % parts;
        if (rest == 0) {
            return;
        }
        buffer.append('.');
        for (long place = parts / 10; rest > 0; place /= 10) {
            buffer.append((char) ('0' + rest / place));
            rest %= place;
        }
    }

    void end() throws IOException {
        buffer.append('\n');
        started = false;
        rows++;
        if (buffer.length() > BUFFER) {
            flush();
        }
    }

    /** Rows so far, without the header. */
    long rows() {
        return rows;
    }

    private void divide() {
        if (started) {
            buffer.append(',');
        }
        started = true;
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private void flush() throws IOException {
        out.write(buffer.toString().getBytes(StandardCharsets.UTF_8));
        buffer.setLength(0);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
