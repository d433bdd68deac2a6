package org.vigia.producers.ingest;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.vigia.runtime.http.Problem;
import org.vigia.runtime.http.ProblemException;

/** How a body is packed for the way. */
enum ContentCoding {
    IDENTITY {
        @Override
        InputStream unpack(InputStream packed) {
            return packed;
        }
    },
    GZIP {
        @Override
        InputStream unpack(InputStream packed) throws IOException {
            return new GZIPInputStream(packed, BUFFER);
        }
    },
    ZSTD {
        @Override
        InputStream unpack(InputStream packed) throws IOException {
            return new ZstdInputStreamNoFinalizer(packed).setLongMax(WINDOW_BITS);
        }
    };

    private static final int BUFFER = 64 << 10;

    /** A window of 8 MiB is the most that a sender may ask of a receiver (RFC 9659). */
    private static final int WINDOW_BITS = 23;

    abstract InputStream unpack(InputStream packed) throws IOException;

    /**
     * The coding that a request names.
     *
     * @param header {@code Content-Encoding}, or null
     * @throws ProblemException 415
     */
    static ContentCoding named(@Nullable String header) {
        String name = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            case "zstd" -> ZSTD;
            default ->
                throw new ProblemException(
                        Problem.of(
                                415,
                                "Content-Encoding not taken",
                                "Content-Encoding is neither gzip nor zstd nor absent. Send one of these."),
                        Map.of("Accept-Encoding", "gzip, zstd"));
        };
    }

    /**
     * The coding that bytes begin with, whatever they are called.
     *
     * @param beginning the first bytes, at least four if there are as many
     */
    static ContentCoding of(byte[] beginning) {
        if (startsWith(beginning, 0x1F, 0x8B)) {
            return GZIP;
        }
        return startsWith(beginning, 0x28, 0xB5, 0x2F, 0xFD) ? ZSTD : IDENTITY;
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
