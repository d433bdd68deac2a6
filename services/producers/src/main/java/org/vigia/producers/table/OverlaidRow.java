package org.vigia.producers.table;

import java.util.Map;
import java.util.TreeMap;

/**
 * A row in which some cells say something else.
 *
 * @param cells what they say, by column
 */
public record OverlaidRow(Row row, Map<String, String> cells) implements Row {

    public OverlaidRow {
        cells = new TreeMap<>(cells);
    }

    @Override
    public String text(String column) {
        String text = cells.get(column);
        return text == null ? row.text(column) : text;
    }

    @Override
    public long line() {
        return row.line();
    }

    @Override
    public byte[] raw() {
        return row.raw();
    }

    @Override
    public Map<String, String> unknown() {
        return row.unknown();
    }

    @Override
    public String content() {
        return row.content() + cells;
    }
}
