package org.vigia.producers.table;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A file that a partner sent, or a directory of files that make up one delivery.
 *
 * @param path where it is
 * @param size bytes as received
 * @param checksum SHA-256 of the bytes as received, lower-case hex
 */
public record FeedFile(Path path, long size, String checksum) {

    private static final int BUFFER = 64 << 10;

    /** RFC 1952. */
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    /** Most of an unpacked file that Zstandard may look back on and so keep in memory, 8 MiB (RFC 8878), as a power of 2. */
    private static final int LONGEST_WINDOW = 23;

    /** RFC 8878. */
    private static final byte[] ZSTANDARD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

    /**
     * Reads a file once for its checksum.
     *
     * @throws FileSystemException if it is missing, a directory or unreadable; the message says which
     */
    public static FeedFile of(Path path) throws IOException {
        return of(path, Layout.DETECTED);
    }

    /**
     * Reads a file, or the files of a directory, once for its checksum.
     *
     * @param layout says whether the feed reads a file or a directory
     * @throws FileSystemException if it is missing, unreadable or the other of the two; the message says which
     */
    public static FeedFile of(Path path, Layout layout) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file");
        }
        if (!Files.isReadable(path)) {
            throw new AccessDeniedException(path.toString(), null, "may not be read by this user");
        }
        if (layout.parts().isEmpty()) {
            if (Files.isDirectory(path)) {
                throw new FileSystemException(path.toString(), null, "is a directory, and this feed reads a file");
            }
            return of(path, List.of(path));
        }
        if (!Files.isDirectory(path)) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "is a file, and this feed reads a directory with "
                            + layout.parts().stream().map(Layout.Part::name).collect(Collectors.joining(", ")));
        }
        return of(
                path,
                PartFiles.in(path, layout.parts()).stream()
                        .map(PartFiles.Found::path)
                        .toList());
    }

    private static FeedFile of(Path path, List<Path> files) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    size += read;
                }
            }
        }
        return new FeedFile(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** File name without directory. */
    public String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /**
     * The content, unpacked if it is gzip or Zstandard (by its first bytes, whatever its name).
     *
     * @param received is told of every byte read from the file
     */
    InputStream open(ByteCounter received) throws IOException {
        InputStream in = new BufferedInputStream(received.counting(Files.newInputStream(path)), BUFFER);
        try {
            in.mark(ZSTANDARD.length);
            byte[] first = in.readNBytes(ZSTANDARD.length);
            in.reset();
            if (startsWith(first, GZIP)) {
                return new GZIPInputStream(in, BUFFER);
            }
            return startsWith(first, ZSTANDARD) ? zstandard(in) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static InputStream zstandard(InputStream in) throws IOException {
        return new BufferedInputStream(new ZstdInputStreamNoFinalizer(in).setLongMax(LONGEST_WINDOW), BUFFER);
    }

    private static boolean startsWith(byte[] bytes, byte[] expected) {
        return bytes.length >= expected.length
                && Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
