package org.vigia.producers.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.vigia.events.RejectionReason;

/** Strict UTF-8: refuses what it cannot read instead of replacing it. */
final class Utf8 {

    /** What Java puts in the place of bytes that it cannot read. */
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b <= 0) {
                return false;
            }
        }
        return true;
    }

    /** @param cell number of the cell for the message, 1-based */
    static String text(byte[] bytes, int from, int to, boolean ascii, int cell) {
        if (ascii) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                throw new RowRejection(
                        RejectionReason.INVALID_ENCODING,
                        "Cell " + cell + " holds a NUL byte, so the file is damaged or UTF-16. Save it as UTF-8 text.");
            }
        }
        String lenient = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (lenient.indexOf(REPLACEMENT) < 0) {
            return lenient;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes, from, to - from);
        try {
            return decoder.decode(input).toString();
        } catch (CharacterCodingException e) {
            throw new RowRejection(
                    RejectionReason.INVALID_ENCODING,
                    "Cell %d is not UTF-8 (byte 0x%02X). The file may be Windows-1252 or Latin-1: save it as UTF-8."
                            .formatted(cell, bytes[input.position()] & 0xFF));
        }
    }
}
