package org.vigia.producers.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.vigia.runtime.http.ProblemException;

/** Counts what a sender sends, and gives up one that sends too slowly, because it keeps others out. */
final class ReceivedBytes extends FilterInputStream {

    /** Least bytes a second, over the whole body. */
    static final long SLOWEST = 256;

    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
    private static final double NANOS = 1e9;

    private final LongSupplier nanoTime;
    private final long begunAt;
    private long count;

    ReceivedBytes(InputStream body, LongSupplier nanoTime) {
        super(body);
        this.nanoTime = nanoTime;
        begunAt = nanoTime.getAsLong();
    }

    long count() {
        return count;
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
        count += Math.max(0, read);
        long elapsed = nanoTime.getAsLong() - begunAt;
        if (read >= 0 && elapsed > PATIENCE && count < elapsed / NANOS * SLOWEST) {
            throw new ProblemException(
                    408,
                    "The body comes too slowly",
                    "Less than " + SLOWEST
                            + " bytes a second arrive. Send the request again over a better connection.");
        }
        return read;
    }
}
