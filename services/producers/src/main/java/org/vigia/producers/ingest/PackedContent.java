package org.vigia.producers.ingest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.EofException;
import org.vigia.runtime.http.ProblemException;

/** What packed bytes hold, guarded against bombs; damaged bytes are the sender's, not a defect of ours. */
public final class PackedContent extends FilterInputStream {

    private static final int LONGEST_MARK = 4;

    private final boolean packed;

    private PackedContent(InputStream content, boolean packed) {
        super(content);
        this.packed = packed;
    }

    /**
     * Opens a stream.
     *
     * @param received how many bytes were received so far
     * @param limit most bytes that it may hold
     */
    static PackedContent open(InputStream in, LongSupplier received, ContentCoding coding, long limit)
            throws IOException {
        try {
            return new PackedContent(
                    new BombGuard(coding.unpack(in), limit, received), coding != ContentCoding.IDENTITY);
        } catch (EofException e) {
            throw e;
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /**
     * Unpacks a file for nothing if it is packed, so that a bomb is refused before anything of it is loaded.
     *
     * @param limit most bytes that it may hold
     * @throws ProblemException if it holds more, or too much for its size, or is damaged
     */
    public static void check(Path file, long limit) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(LONGEST_MARK);
            byte[] beginning = new byte[LONGEST_MARK];
            int length = in.readNBytes(beginning, 0, LONGEST_MARK);
            in.reset();
            ContentCoding coding = ContentCoding.of(Arrays.copyOf(beginning, length));
            if (coding == ContentCoding.IDENTITY) {
                return;
            }
            AtomicLong read = new AtomicLong();
            InputStream counted = new FilterInputStream(in) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    read.addAndGet(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] bytes, int offset, int count) throws IOException {
                    int some = super.read(bytes, offset, count);
                    read.addAndGet(Math.max(0, some));
                    return some;
                }
            };
            try (InputStream content = open(counted, read::get, coding, limit)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (EofException e) {
            // The sender went away, which is no damage.
            throw e;
        } catch (IOException e) {
            if (packed) {
                throw damaged(e);
            }
            throw e;
        }
    }

    private static ProblemException damaged(IOException e) {
        return new ProblemException(
                422,
                "The batch cannot be unpacked",
                "The packed bytes are damaged or cut off (" + e.getMessage() + "). Pack and send them again.");
    }
}
