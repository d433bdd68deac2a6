package org.vigia.producers.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of JSON Lines or of a JSON list: an object each, the columns as its fields. A number is kept as it is written. */
final class JsonRowParser implements RowParser {

    private final Columns columns;
    private final boolean nested;

    /** @param nested whether the fields of an object inside a row are columns too, as {@code outer.inner} */
    JsonRowParser(Columns columns, boolean nested) {
        this.columns = columns;
        this.nested = nested;
    }

    @Override
    public Row parse(RawRecord record) {
        byte[] bytes = record.bytes();
        String text = Utf8.text(bytes, 0, bytes.length, Utf8.isAscii(bytes), 1);
        Map<String, String> known = new TreeMap<>();
        Map<String, String> unknown = new TreeMap<>();
        try (JsonParser parser = JsonCells.JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw JsonCells.malformed("The row is not a JSON object. Write one object a row.");
            }
            fields(parser, "", known, unknown);
            if (parser.nextToken() != null) {
                throw JsonCells.malformed("Something follows the JSON object. Write one object a line.");
            }
        } catch (IOException e) {
            throw JsonCells.malformed(
                    "The row is not valid JSON: " + JsonCells.firstLine(e) + ". Write one object a line.");
        }
        return new FieldsRow(record, known, unknown);
    }

    private void fields(JsonParser parser, String prefix, Map<String, String> known, Map<String, String> unknown)
            throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && nested) {
                fields(parser, name + ".", known, unknown);
                continue;
            }
            String value = Blanks.strip(value(parser, name));
            String column = columns.known(name);
            if (value.isEmpty()) {
                continue;
            }
            String before = column == null ? unknown.put(name, value) : known.put(column, value);
            if (before != null) {
                throw JsonCells.malformed("The object has field " + name + " more than once. Name each field once.");
            }
        }
    }

    private String value(JsonParser parser, String name) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> "";
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> parser.getText();
            case START_ARRAY -> nested ? String.join(" | ", JsonCells.scalars(parser)) : list(parser, name);
            default -> throw JsonCells.malformed("Field " + name + " holds an object. Use plain values.");
        };
    }

    private String list(JsonParser parser, String name) throws IOException {
        List<String> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null || !parser.currentToken().isScalarValue()) {
                throw JsonCells.malformed("Field " + name + " holds a list of lists or objects. Use plain values.");
            }
            values.add(value(parser, name));
        }
        return String.join(" | ", values);
    }
}
