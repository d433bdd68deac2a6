package org.vigia.producers.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectedRecord;

/**
 * A row that was refused.
 *
 * @param source name of the file
 * @param line its line in the file, 1-based
 * @param detail what is wrong and what to do
 * @param raw the row as received; bytes that are not UTF-8 are shown as Latin-1
 * @param rawBase64 the same exactly, if it is not UTF-8
 * @param rawTruncated true if the row was longer than is kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectedRow(
        String rejectionId,
        String feed,
        String batchId,
        String source,
        long line,
        String reason,
        String detail,
        String raw,
        @Nullable String rawBase64,
        @Nullable Boolean rawTruncated,
        String recordedAt) {

    /** The row of a rejected record. */
    public static RejectedRow of(RejectedRecord record) {
        byte[] bytes = new byte[record.getRaw().remaining()];
        record.getRaw().duplicate().get(bytes);
        String text = utf8(bytes);
        return new RejectedRow(
                record.getRejectionId(),
                record.getFeed(),
                record.getSource().getBatchId(),
                record.getSource().getFile(),
                record.getSource().getLine(),
                record.getReason().name(),
                record.getDetail(),
                text == null ? new String(bytes, StandardCharsets.ISO_8859_1) : text,
                text == null ? Base64.getEncoder().encodeToString(bytes) : null,
                record.getRawTruncated() ? true : null,
                record.getRecordedAt().toString());
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
