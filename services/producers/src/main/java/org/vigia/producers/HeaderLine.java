package org.vigia.producers;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.table.Layout;
import org.vigia.producers.table.RawRecord;
import org.vigia.producers.table.RecordScanner;

/** The line that a table begins with, which the ledger keeps: without it a refused row cannot be read again by itself. */
final class HeaderLine {

    private static final int LONGEST = 64 << 10;
    private static final int MARK = 4;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] NONE = {};

    private HeaderLine() {}

    /**
     * The line without its end; empty if rows need none, because they are JSON objects or the feed knows their columns;
     * null if a row alone cannot be read, as an element of a document or a line of one file among several.
     */
    static byte @Nullable [] of(Path file, Layout layout) {
        boolean readAlone = switch (layout.form()) {
            case DETECTED, DELIMITED, JSON_LINES -> layout.parts().isEmpty() && Files.isRegularFile(file);
            case JSON, SOCRATA, XML -> false;
        };
        if (!readAlone) {
            return null;
        }
        return layout.form() == Layout.Form.JSON_LINES || !layout.header().isEmpty() ? NONE : first(file);
    }

    private static byte @Nullable [] first(Path file) {
        byte[] beginning;
        try (InputStream content = unpacked(new BufferedInputStream(Files.newInputStream(file)))) {
            beginning = content.readNBytes(LONGEST);
        } catch (IOException e) {
            // Whoever reads the rows will meet it, and say so.
            return null;
        }
        int from = startsWith(beginning, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        return header(Arrays.copyOfRange(beginning, from, beginning.length));
    }

    private static byte @Nullable [] header(byte[] beginning) {
        int at = 0;
        while (at < beginning.length && Character.isWhitespace(beginning[at])) {
            at++;
        }
        if (at == beginning.length || beginning[at] == '<' || beginning[at] == '[') {
            return null;
        }
        if (beginning[at] == '{') {
            return NONE;
        }
        byte[] text = Arrays.copyOfRange(beginning, at, beginning.length);
        try {
            RawRecord first = new RecordScanner(new ByteArrayInputStream(text), ',').next();
            boolean whole = first != null && first.problem() == null && first.length() < LONGEST;
            return whole && first != null ? first.bytes() : null;
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be read", e);
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        in.mark(MARK);
        byte[] mark = in.readNBytes(MARK);
        in.reset();
        if (startsWith(mark, new byte[] {0x1F, (byte) 0x8B})) {
            return new GZIPInputStream(in);
        }
        return startsWith(mark, new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD})
                ? new ZstdInputStreamNoFinalizer(in)
                : in;
    }

    private static boolean startsWith(byte[] bytes, byte[] expected) {
        return bytes.length >= expected.length
                && Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
    }
}
