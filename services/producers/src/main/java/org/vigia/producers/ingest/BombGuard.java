package org.vigia.producers.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.vigia.runtime.http.ProblemException;

/**
 * Ends the unpacking of what was packed to fill a disk. The content may have a largest size, and beyond a size that is no
 * harm it may not be many times larger than what was received: tables shrink to a fifth or a thirtieth, bombs to a
 * thousandth and less.
 */
final class BombGuard extends FilterInputStream {

    /** Most times that content may be larger than what was received. */
    static final long RATIO = 200;

    /** Bytes of content that are not looked at so closely. */
    static final long HARMLESS = 16L << 20;

    private final long limit;
    private final LongSupplier received;
    private long unpacked;

    /**
     * Guards a stream.
     *
     * @param limit most bytes of content
     * @param received how many bytes were received so far
     */
    BombGuard(InputStream content, long limit, LongSupplier received) {
        super(content);
        this.limit = limit;
        this.received = received;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        unpacked += Math.max(0, read);
        if (unpacked > limit) {
            throw new ProblemException(
                    413,
                    "The batch is too large",
                    "The batch is larger than " + limit + " bytes, unpacked. Split it, or raise ingest.batch.bytes.");
        }
        if (unpacked > HARMLESS && unpacked / RATIO > received.getAsLong()) {
            throw new ProblemException(
                    413,
                    "The batch unpacks to too much",
                    "The batch unpacks to more than " + RATIO + " times its size. Send it unpacked.");
        }
        return read;
    }
}
