package org.vigia.producers.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a stream from the record under way on. Offsets count from the first byte that is not taken yet. */
final class ByteWindow {

    private static final int CHUNK = 64 << 10;

    private final InputStream in;
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int end;
    private boolean exhausted;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    /** Whether the stream reaches as far as an offset, which is at most one behind those asked for before. */
    boolean has(int offset) throws IOException {
        return start + offset < end || fill();
    }

    /** The byte at an offset that the stream {@link #has}. */
    byte at(int offset) {
        return buffer[start + offset];
    }

    /**
     * Length of the line under way without its end, if it has no quote and all of it, with the byte behind it, is here;
     * else -1. Most lines are such, and need no closer look.
     *
     * @param most longest length that counts
     */
    int plainLine(int most) {
        int last = Math.min(end - 1, start + most);
        for (int at = start; at < last; at++) {
            byte b = buffer[at];
            if (b == '"') {
                return -1;
            }
            if (b == '\n' || b == '\r') {
                return at - start;
            }
        }
        return -1;
    }

    /** How many bytes end the line, after {@link #plainLine} said how long it is. */
    int lineEnd(int length) {
        return buffer[start + length] == '\r' && buffer[start + length + 1] == '\n' ? 2 : 1;
    }

    /** The first bytes. */
    byte[] first(int length) {
        return Arrays.copyOfRange(buffer, start, start + length);
    }

    /** Takes the first bytes away. */
    void take(int length) {
        start += length;
    }

    /** Takes away what is left of the line, with its end; returns how many bytes that were. */
    long takeLine() throws IOException {
        long length = 0;
        while (has(0)) {
            byte b = at(0);
            take(1);
            length++;
            if (b == '\r' && has(0) && at(0) == '\n') {
                take(1);
                return length + 1;
            }
            if (b == '\n' || b == '\r') {
                return length;
            }
        }
        return length;
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (exhausted) {
            return false;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            exhausted = true;
            return false;
        }
        end += read;
        return true;
    }
}
