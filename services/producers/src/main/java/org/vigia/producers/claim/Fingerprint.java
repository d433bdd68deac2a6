package org.vigia.producers.claim;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Consumer;
import org.vigia.schemas.encoding.AvroBytes;

/**
 * The first 128 bits of a SHA-256. Among a thousand million claims two collide by chance with a probability of about
 * 1.5e-21 (n²/2¹²⁹), far below that of a wrong bit in memory; and because SHA-256 is collision resistant, nobody can
 * craft a claim that passes for another (which MD5 or a murmur hash would allow).
 *
 * @param high first 64 bits
 * @param low next 64 bits
 */
public record Fingerprint(long high, long low) {

    /** Bytes of a fingerprint. */
    public static final int BYTES = 16;

    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Fingerprint::sha256);

    /** Fingerprint of a key. */
    public static Fingerprint of(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return of(bytes, bytes.length);
    }

    static Fingerprint of(byte[] bytes, int length) {
        return of(sink -> sink.take(bytes, 0, length));
    }

    /** Fingerprint of bytes that come piece by piece. */
    static Fingerprint of(Consumer<AvroBytes.Sink> pieces) {
        MessageDigest digest = DIGEST.get();
        digest.reset();
        pieces.accept(digest::update);
        return read(ByteBuffer.wrap(digest.digest()));
    }

    /** Reads a fingerprint as {@link #write} wrote it. */
    public static Fingerprint read(ByteBuffer buffer) {
        return new Fingerprint(buffer.getLong(), buffer.getLong());
    }

    /** Writes it. */
    public void write(ByteBuffer buffer) {
        buffer.putLong(high).putLong(low);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
