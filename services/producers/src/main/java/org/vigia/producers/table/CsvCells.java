package org.vigia.producers.table;

import java.util.ArrayList;
import java.util.List;
import org.vigia.events.RejectionReason;

/** Splits one record into cells as RFC 4180 has it. A quote inside an unquoted cell is an ordinary character. */
final class CsvCells {

    private CsvCells() {}

    /** Splits a record in UTF-8. */
    static List<String> split(byte[] record, byte delimiter) {
        return split(record, delimiter, Utf8::text);
    }

    /** @throws RowRejection if a quoted cell is followed by anything but a delimiter, or the text cannot be decoded */
    static List<String> split(byte[] record, byte delimiter, CellDecoder decoder) {
        boolean ascii = Utf8.isAscii(record);
        List<String> cells = new ArrayList<>(16);
        int at = 0;
        do {
            if (at < record.length && record[at] == '"') {
                at = quoted(record, at, delimiter, decoder, ascii, cells);
            } else {
                int end = at;
                while (end < record.length && record[end] != delimiter) {
                    end++;
                }
                cells.add(decoder.text(record, at, end, ascii, cells.size() + 1));
                at = end + 1;
            }
        } while (at <= record.length);
        return cells;
    }

    private static int quoted(
            byte[] record, int open, byte delimiter, CellDecoder decoder, boolean ascii, List<String> cells) {
        int at = open + 1;
        boolean escapes = false;
        while (true) {
            while (at < record.length && record[at] != '"') {
                at++;
            }
            if (at + 1 < record.length && record[at + 1] == '"') {
                escapes = true;
                at += 2;
                continue;
            }
            break;
        }
        int number = cells.size() + 1;
        if (at >= record.length) {
            throw new RowRejection(
                    RejectionReason.UNCLOSED_QUOTE, "Cell " + number + " opens a quote that never closes. Close it.");
        }
        if (at + 1 < record.length && record[at + 1] != delimiter) {
            throw new RowRejection(
                    RejectionReason.MALFORMED_ROW,
                    "Cell " + number + " goes on after its closing quote. Double every quote inside a quoted cell.");
        }
        String text = decoder.text(record, open + 1, at, ascii, number);
        cells.add(escapes ? text.replace("\"\"", "\"") : text);
        return at + 2;
    }
}
