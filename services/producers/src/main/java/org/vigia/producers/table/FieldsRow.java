package org.vigia.producers.table;

import java.util.Map;

/**
 * A row whose cells come with their names.
 *
 * @param known cells of the feed's columns, by its names, sorted
 * @param unknown other cells, sorted by name
 */
record FieldsRow(RawRecord record, Map<String, String> known, Map<String, String> unknown) implements Row {

    @Override
    public String text(String column) {
        return known.getOrDefault(column, "");
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
    public String content() {
        StringBuilder content = new StringBuilder();
        known.forEach((name, value) -> append(content, name, value));
        content.append('/');
        unknown.forEach((name, value) -> append(content, name, value));
        return content.toString();
    }

    private static void append(StringBuilder content, String name, String value) {
        content.append(name.length()).append(':').append(name);
        content.append(value.length()).append(':').append(value);
    }
}
