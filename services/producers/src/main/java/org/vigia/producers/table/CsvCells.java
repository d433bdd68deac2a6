package org.vigia.producers.table;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;

/**
 * The cells of one record as RFC 4180 has it. A quote inside an unquoted cell is an ordinary character. Cells that cannot
 * fail to be decoded are decoded when they are asked for, since most passes over a file need few of them.
 */
final class CsvCells extends AbstractList<String> implements RandomAccess {

    private static final int USUAL = 32;

    private final byte[] record;
    private final CellDecoder decoder;
    private final boolean ascii;
    /** By cell, where its text begins and ends; the end is negative, as its complement, if quotes in it are doubled. */
    private int[] bounds = new int[2 * USUAL];

    private int size;
    private @Nullable String[] texts = {};

    private CsvCells(byte[] record, CellDecoder decoder) {
        this.record = record;
        this.decoder = decoder;
        ascii = Utf8.isAscii(record);
    }

    /** Splits a record in UTF-8. */
    static List<String> split(byte[] record, byte delimiter) {
        return split(record, delimiter, Utf8::text);
    }

    /** @throws RowRejection if a quoted cell is followed by anything but a delimiter, or the text cannot be decoded */
    static List<String> split(byte[] record, byte delimiter, CellDecoder decoder) {
        CsvCells cells = new CsvCells(record, decoder);
        cells.findBounds(delimiter);
        if (!cells.ascii) {
            cells.forEach(cell -> {});
        }
        return cells;
    }

    private void findBounds(byte delimiter) {
        int at = 0;
        do {
            if (at < record.length && record[at] == '"') {
                at = quoted(at, delimiter);
            } else {
                int end = at;
                while (end < record.length && record[end] != delimiter) {
                    end++;
                }
                add(at, end);
                at = end + 1;
            }
        } while (at <= record.length);
        texts = new @Nullable String[size];
    }

    private int quoted(int open, byte delimiter) {
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
        if (at >= record.length) {
            throw new RowRejection(
                    RejectionReason.UNCLOSED_QUOTE,
                    "Cell " + (size + 1) + " opens a quote that never closes. Close it.");
        }
        if (at + 1 < record.length && record[at + 1] != delimiter) {
            throw new RowRejection(
                    RejectionReason.MALFORMED_ROW,
                    "Cell " + (size + 1)
                            + " goes on after its closing quote. Double every quote inside a quoted cell.");
        }
        add(open + 1, escapes ? ~at : at);
        return at + 2;
    }

    private void add(int from, int to) {
        if (2 * size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * size] = from;
        bounds[2 * size + 1] = to;
        size++;
    }

    @Override
    public String get(int index) {
        String known = texts[index];
        if (known != null) {
            return known;
        }
        int from = bounds[2 * index];
        int to = bounds[2 * index + 1];
        String text = to >= 0
                ? decoder.text(record, from, to, ascii, index + 1)
                : decoder.text(record, from, ~to, ascii, index + 1).replace("\"\"", "\"");
        texts[index] = text;
        return text;
    }

    @Override
    public int size() {
        return size;
    }
}
