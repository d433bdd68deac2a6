package org.vigia.producers.definition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.cell.Choices;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/**
 * How a partner's row becomes rows of one of Vigía's own formats.
 *
 * @param fields by column of the own format
 * @param attributes what an event says besides, by name; a column that the definition does not name is one too
 * @param ignored columns that are not even attributes
 * @param alike whether rows that say the same are separate all the same, as in a file without numbers of its own
 * @param wide the columns of a wide table; null if the table is not wide
 */
record Translation(
        Map<String, Field> fields,
        Map<String, Field> attributes,
        Set<String> ignored,
        List<LeaveOut> leaveOut,
        boolean alike,
        @Nullable WideColumns wide) {

    private static final Pattern COLUMN = Pattern.compile("\\b(Columns? )([a-z_]+)\\b");

    Translation {
        fields = Map.copyOf(fields);
        attributes = Map.copyOf(attributes);
        ignored = Set.copyOf(ignored);
        leaveOut = List.copyOf(leaveOut);
    }

    /**
     * The rows that a row becomes: one, or one for each quantity of a wide table.
     *
     * @throws RowRejection if the definition leaves it out, or it lacks what it needs
     */
    List<Row> rows(Row row) {
        TranslatedRow translated = unchecked(row);
        check(translated);
        return wide == null ? List.of(translated) : wide.rows(row, translated);
    }

    /**
     * The row that a row of a table that is not wide becomes, whether it has what it needs or not: it may still tell of which
     * event it is.
     *
     * @throws RowRejection if the definition leaves it out
     */
    TranslatedRow unchecked(Row row) {
        leaveOut.forEach(rule -> rule.check(row));
        RowTexts texts = new RowTexts(row);
        return new TranslatedRow(texts, fields, readableAttributes(texts), alike);
    }

    /** Refuses a row that lacks what it needs, or has an attribute that cannot be read. */
    void check(TranslatedRow row) {
        RowTexts texts = row.texts();
        attributes.values().forEach(texts::of);
        if (!Choices.isRetraction(row)) {
            fields.values().forEach(field -> field.check(texts));
            attributes.values().forEach(field -> field.check(texts));
        }
    }

    private Map<String, String> readableAttributes(RowTexts texts) {
        try {
            return attributes(texts);
        } catch (RowRejection e) {
            // The check meets it again, and refuses the row.
            return Map.of();
        }
    }

    private Map<String, String> attributes(RowTexts texts) {
        Map<String, String> all = new TreeMap<>();
        texts.row().unknown().forEach((name, text) -> {
            if (!ignored.contains(name) && (wide == null || !wide.takes(name))) {
                all.put(name, text);
            }
        });
        attributes.forEach((name, field) -> {
            String text = texts.of(field);
            if (!text.isEmpty()) {
                all.put(name, text);
            }
        });
        return all;
    }

    /** The same in the partner's words: it knows its own columns, and not those of the own format. */
    RowRejection explained(RowRejection e) {
        String detail = COLUMN.matcher(e.detail()).replaceAll(column -> {
            Field field = fields.get(column.group(2));
            String name = field == null ? column.group(2) : field.origin();
            return Matcher.quoteReplacement(column.group(1) + name);
        });
        return detail.equals(e.detail()) ? e : new RowRejection(e.reason(), detail);
    }
}
