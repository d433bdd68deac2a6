package org.vigia.producers.definition;

import java.util.IdentityHashMap;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.Row;

/**
 * A partner's row, with the fields that are already worked out: a field is asked for by the check, by the natural key and
 * by the event. Not for use by several threads.
 */
final class RowTexts implements Cells {

    private final Row row;
    private final IdentityHashMap<Field, String> texts = new IdentityHashMap<>();

    RowTexts(Row row) {
        this.row = row;
    }

    Row row() {
        return row;
    }

    @Override
    public String text(String column) {
        return row.text(column);
    }

    /** The text of a field. */
    String of(Field field) {
        String text = texts.get(field);
        if (text == null) {
            text = field.rule().text(this);
            texts.put(field, text);
        }
        return text;
    }
}
