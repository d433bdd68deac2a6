package org.vigia.producers.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.vigia.producers.table.FeedFile;
import org.vigia.runtime.http.Problem;
import org.vigia.runtime.http.ProblemException;

/**
 * Where bodies lie on disk while they are loaded. It is bounded in number and bytes; who comes when it is full is told to
 * come again. Nothing in it outlives its request: what a crash left is deleted, because its sender got no answer and sends
 * it again.
 */
public final class Spool {

    private static final String WAIT_SECONDS = "5";
    private static final int BUFFER = 64 << 10;

    private final Path directory;
    private final IngestLimits limits;
    private final LongSupplier nanoTime;
    private final Semaphore uploads;
    private final AtomicLong bytes = new AtomicLong();

    /**
     * Opens the spool and empties it.
     *
     * @param directory of its own, made if missing
     */
    public Spool(Path directory, IngestLimits limits) throws IOException {
        this(directory, limits, System::nanoTime);
    }

    Spool(Path directory, IngestLimits limits, LongSupplier nanoTime) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.limits = limits;
        this.nanoTime = nanoTime;
        uploads = new Semaphore(limits.uploads());
        try (Stream<Path> left = Files.list(directory)) {
            for (Path upload : left.toList()) {
                delete(upload);
            }
        }
    }

    /** Where anything else may lie for as long as a request takes. */
    public Path directory() {
        return directory;
    }

    /**
     * Takes a request in.
     *
     * @param declared bytes that it says it has, or less than none if it does not say
     * @throws ProblemException 429 if there is no room, 413 if there never will be
     */
    Upload admit(long declared) throws IOException {
        if (declared > limits.batchBytes()) {
            throw new ProblemException(
                    413,
                    "The batch is too large",
                    "The batch has " + declared + " bytes, and " + limits.batchBytes()
                            + " are taken. Split it, or raise ingest.batch.bytes.");
        }
        if (!uploads.tryAcquire()) {
            throw busy("As many uploads as are taken at a time are under way.");
        }
        try {
            if (bytes.get() + Math.max(0, declared) > limits.spoolBytes()) {
                throw busy("The disk space for uploads is used up.");
            }
            return new Upload(Files.createTempDirectory(directory, "upload-"));
        } catch (IOException | RuntimeException e) {
            uploads.release();
            throw e;
        }
    }

    private static ProblemException busy(String why) {
        return new ProblemException(
                Problem.of(429, "Too much at a time", why + " Send the request again in a while."),
                Map.of("Retry-After", WAIT_SECONDS));
    }

    /** One body on disk. */
    final class Upload implements AutoCloseable {

        private final Path place;
        private long held;

        private Upload(Path place) {
            this.place = place;
        }

        /**
         * Puts the body on disk.
         *
         * @param name under which it is loaded, a plain file name
         * @throws ProblemException if it is too large, comes too slowly, is damaged, or is packed to fill the disk
         */
        FeedFile receive(InputStream body, String name, ContentCoding coding) throws IOException {
            ReceivedBytes received = new ReceivedBytes(body, nanoTime);
            Path file = place.resolve(name);
            MessageDigest digest = sha256();
            long size = 0;
            byte[] buffer = new byte[BUFFER];
            try (PackedContent content = PackedContent.open(received, received::count, coding, limits.batchBytes());
                    OutputStream out = Files.newOutputStream(file)) {
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    hold(read);
                    digest.update(buffer, 0, read);
                    write(out, buffer, read);
                    size += read;
                }
            }
            PackedContent.check(file, limits.batchBytes());
            return new FeedFile(file, size, HexFormat.of().formatHex(digest.digest()));
        }

        private void write(OutputStream out, byte[] bytes, int length) {
            try {
                out.write(bytes, 0, length);
            } catch (IOException e) {
                throw new ProblemException(
                        Problem.of(503, "No room", "The disk of the server takes no more: " + e.getMessage() + "."),
                        Map.of("Retry-After", WAIT_SECONDS));
            }
        }

        private void hold(long more) {
            held += more;
            if (bytes.addAndGet(more) > limits.spoolBytes()) {
                throw busy("The disk space for uploads is used up.");
            }
        }

        @Override
        public void close() throws IOException {
            bytes.addAndGet(-held);
            uploads.release();
            delete(place);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> paths = Files.walk(place)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
