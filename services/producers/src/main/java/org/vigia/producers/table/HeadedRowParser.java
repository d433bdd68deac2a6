package org.vigia.producers.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigia.events.RejectionReason;

/** Rows that are lists of cells under one header. */
final class HeadedRowParser implements RowParser {

    /** Splits a record into its cells. */
    @FunctionalInterface
    interface Splitter {

        /**
         * The cells of a record.
         *
         * @throws RowRejection if it cannot be split
         */
        List<String> cells(byte[] record);
    }

    private final Header header;
    private final Columns columns;
    private final Splitter splitter;

    HeadedRowParser(Header header, Columns columns, Splitter splitter) {
        this.header = header;
        this.columns = columns;
        this.splitter = splitter;
    }

    @Override
    public Row parse(RawRecord record) {
        header.check();
        List<String> cells = splitter.cells(record.bytes());
        if (cells.size() != header.size()) {
            throw new RowRejection(
                    RejectionReason.MALFORMED_ROW,
                    "The row has " + cells.size() + " cells, the header has " + header.size()
                            + ". Quote a cell that holds the delimiter, and keep empty cells.");
        }
        Row row = new HeadedRow(record, header, cells);
        header.check(row, columns);
        return row;
    }

    private record HeadedRow(RawRecord record, Header header, List<String> cells) implements Row {

        @Override
        public String text(String column) {
            int position = header.position(column);
            return position < 0 ? "" : Blanks.strip(cells.get(position));
        }

        @Override
        public long line() {
            return record.line();
        }

        @Override
        public byte[] raw() {
            return record.bytes();
        }

        @Override
        public Map<String, String> unknown() {
            if (header.unknown().isEmpty()) {
                return Map.of();
            }
            Map<String, String> unknown = new TreeMap<>();
            header.unknown().forEach((position, name) -> {
                String text = Blanks.strip(cells.get(position));
                if (!text.isEmpty()) {
                    unknown.put(name, text);
                }
            });
            return unknown;
        }

        @Override
        public String content() {
            StringBuilder content = new StringBuilder();
            for (String cell : cells) {
                String text = Blanks.strip(cell);
                content.append(text.length()).append(':').append(text);
            }
            return content.toString();
        }
    }
}
