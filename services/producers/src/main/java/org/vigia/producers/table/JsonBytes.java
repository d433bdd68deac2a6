package org.vigia.producers.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Walks through a JSON document byte by byte, so that its values can be taken out as they were received. */
final class JsonBytes {

    /** Longest name of a field that is looked at, in bytes. */
    private static final int NAME_LIMIT = 64 << 10;

    private static final int CHUNK = 64 << 10;

    private final InputStream in;
    private int ahead = -2;
    private long line = 1;

    JsonBytes(InputStream in) {
        this.in = new BufferedInputStream(in, CHUNK);
    }

    /** Line of the next byte, 1-based. */
    long line() {
        return line;
    }

    /** The next byte that is no white space, which stays; negative at the end. */
    int peek() throws IOException {
        int next = look();
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            take();
            next = look();
        }
        return next;
    }

    /** Takes a byte that must come next. */
    void expect(char expected, String what) throws IOException {
        int next = peek();
        if (next != expected) {
            throw new IOException("line " + line + " of the JSON document should go on with " + what
                    + (next < 0 ? ", but the document ends there" : ""));
        }
        take();
    }

    /** Goes to the value of the next field of the object that is open; null at the end of the object. */
    @Nullable
    String nextField() throws IOException {
        if (peek() == ',') {
            take();
        }
        if (peek() == '}') {
            take();
            return null;
        }
        if (peek() != '"') {
            expect('"', "the name of a field");
        }
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        value(name, NAME_LIMIT);
        expect(':', "a colon");
        String quoted = name.toString(StandardCharsets.UTF_8);
        return quoted.substring(1, Math.max(1, quoted.length() - 1));
    }

    /**
     * Takes a value.
     *
     * @param kept receives its bytes, but not more than the limit
     * @return how many bytes it has
     */
    long value(ByteArrayOutputStream kept, int limit) throws IOException {
        peek();
        long length = 0;
        long depth = 0;
        boolean string = false;
        boolean escaped = false;
        while (true) {
            int next = look();
            if (next < 0) {
                if (depth == 0 && !string && length > 0) {
                    return length;
                }
                throw new IOException(
                        "the JSON document ends in the middle of a value that begins before line " + line);
            }
            boolean outside = depth == 0 && !string;
            if (outside && (next == ',' || next == ']' || next == '}' || next == ':' || next <= ' ')) {
                if (length == 0) {
                    throw new IOException("line " + line + " of the JSON document should go on with a value");
                }
                return length;
            }
            take();
            length++;
            if (length <= limit) {
                kept.write(next);
            }
            if (string) {
                string = escaped || next != '"';
                escaped = !escaped && next == '\\';
            } else if (next == '"') {
                string = true;
            } else if (next == '{' || next == '[') {
                depth++;
            } else if (next == '}' || next == ']') {
                depth--;
            }
            if (depth == 0 && !string && (next == '"' || next == '}' || next == ']')) {
                return length;
            }
        }
    }

    /** Passes a value by. */
    void skip() throws IOException {
        value(new ByteArrayOutputStream(0), 0);
    }

    private int look() throws IOException {
        if (ahead == -2) {
            ahead = in.read();
        }
        return ahead;
    }

    private void take() {
        if (ahead == '\n') {
            line++;
        }
        ahead = -2;
    }
}
