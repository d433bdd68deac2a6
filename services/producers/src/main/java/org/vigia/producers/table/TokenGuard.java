package org.vigia.producers.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a reader that takes in too much for one token, such as an attribute that never ends. */
final class TokenGuard extends FilterInputStream {

    /** Twice a record, because readers look ahead. */
    private static final int LIMIT = 2 * RecordScanner.RECORD_LIMIT;

    private long sinceToken;

    TokenGuard(InputStream in) {
        super(in);
    }

    /** Another token begins. */
    void next() {
        sinceToken = 0;
    }

    @Override
    public int read() throws IOException {
        count(1);
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(read);
        return read;
    }

    private void count(int bytes) throws IOException {
        sinceToken += Math.max(0, bytes);
        if (sinceToken > LIMIT) {
            throw new IOException("a name, attribute or text is larger than " + (LIMIT >> 20) + " MiB");
        }
    }
}
