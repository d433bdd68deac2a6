package org.vigia.producers.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigia.events.RejectionReason;

/** Rows of JSON Lines: an object a line, the columns as its fields. A number is kept as it is written. */
final class JsonRowParser implements RowParser {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(RecordScanner.CELL_LIMIT)
                    .maxNestingDepth(4)
                    .build())
            .build();

    private final Columns columns;

    JsonRowParser(Columns columns) {
        this.columns = columns;
    }

    @Override
    public Row parse(RawRecord record) {
        byte[] bytes = record.bytes();
        String text = Utf8.text(bytes, 0, bytes.length, Utf8.isAscii(bytes), 1);
        Map<String, String> known = new TreeMap<>();
        Map<String, String> unknown = new TreeMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("The line is not a JSON object. Write one object a line.");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                String value = Blanks.strip(value(parser, name));
                String column = columns.known(name);
                if (value.isEmpty()) {
                    continue;
                }
                String before = column == null ? unknown.put(name, value) : known.put(column, value);
                if (before != null) {
                    throw malformed("The object has field " + name + " more than once. Name each field once.");
                }
            }
            if (parser.nextToken() != null) {
                throw malformed("Something follows the JSON object. Write one object a line.");
            }
        } catch (IOException e) {
            throw malformed("The line is not valid JSON: " + firstLine(e) + ". Write one object a line.");
        }
        return new JsonRow(record, known, unknown);
    }

    private static String value(JsonParser parser, String name) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> "";
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> parser.getText();
            case START_ARRAY -> {
                List<String> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (parser.currentToken() == null || !parser.currentToken().isScalarValue()) {
                        throw malformed("Field " + name + " holds a list of lists or objects. Use plain values.");
                    }
                    values.add(value(parser, name));
                }
                yield String.join(" | ", values);
            }
            default -> throw malformed("Field " + name + " holds an object. Use plain values.");
        };
    }

    private static RowRejection malformed(String detail) {
        return new RowRejection(RejectionReason.MALFORMED_ROW, detail);
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read");
    }

    private record JsonRow(RawRecord record, Map<String, String> known, Map<String, String> unknown) implements Row {

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
}
