package org.vigia.producers.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.vigia.events.RejectionReason;

/** Bytes of a cell to text. Refuses what it cannot read instead of replacing it. */
@FunctionalInterface
interface CellDecoder {

    /**
     * The text of some bytes.
     *
     * @param ascii whether all bytes of the record are ASCII
     * @param cell number of the cell for the message, 1-based
     */
    String text(byte[] bytes, int from, int to, boolean ascii, int cell);

    /** A decoder of a charset that {@linkplain Layout#supports is supported}. */
    static CellDecoder of(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8)
                ? Utf8::text
                : (bytes, from, to, ascii, cell) -> singleBytes(charset, bytes, from, to, ascii, cell);
    }

    private static String singleBytes(Charset charset, byte[] bytes, int from, int to, boolean ascii, int cell) {
        if (ascii) {
            return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                throw new RowRejection(
                        RejectionReason.INVALID_ENCODING,
                        "Cell " + cell + " holds a NUL byte, so the file is damaged or UTF-16. Save it as text in "
                                + charset.name() + ".");
            }
        }
        ByteBuffer input = ByteBuffer.wrap(bytes, from, to - from);
        try {
            CharBuffer text = charset.newDecoder().decode(input);
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new RowRejection(
                    RejectionReason.INVALID_ENCODING,
                    "Cell %d is not %s (byte 0x%02X). Save the file in the encoding that its feed declares."
                            .formatted(cell, charset.name(), bytes[input.position()] & 0xFF));
        }
    }
}
