package org.vigia.producers.definition;

import java.util.Map;
import org.vigia.producers.table.Row;

/** A partner's row as a row of one of Vigía's own formats. Not for use by several threads. */
final class TranslatedRow implements Row {

    private final RowTexts texts;
    private final Row row;
    private final Map<String, Field> fields;
    private final Map<String, String> attributes;
    private final boolean unlikeOthers;

    /**
     * A row.
     *
     * @param attributes what the event says besides its fields
     * @param unlikeOthers whether a row that says the same in all cells is another one
     */
    TranslatedRow(RowTexts texts, Map<String, Field> fields, Map<String, String> attributes, boolean unlikeOthers) {
        this.texts = texts;
        row = texts.row();
        this.fields = fields;
        this.attributes = attributes;
        this.unlikeOthers = unlikeOthers;
    }

    RowTexts texts() {
        return texts;
    }

    @Override
    public String text(String column) {
        Field field = fields.get(column);
        return field == null ? "" : texts.of(field);
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
        return attributes;
    }

    @Override
    public String content() {
        return unlikeOthers ? row.line() + "/" + row.content() : row.content();
    }
}
