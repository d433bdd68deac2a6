package org.vigia.producers.reference;

import java.util.Map;
import org.vigia.producers.table.Row;

/**
 * A row of a watch list, narrowed to one CAS number.
 *
 * @param cas the number; empty if there is none
 * @param doubt what the confidence says besides; may be empty
 */
record ListedRow(Row row, String cas, String doubt) implements Row {

    @Override
    public String text(String column) {
        return switch (column) {
            case "cas" -> cas;
            case "confidence" -> confidence();
            default -> row.text(column);
        };
    }

    private String confidence() {
        String stated = row.text("confidence");
        if (stated.isEmpty() || doubt.isEmpty()) {
            return stated + doubt;
        }
        return stated + (stated.endsWith(".") ? " " : ". ") + doubt;
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
        return row.content() + cas;
    }
}
