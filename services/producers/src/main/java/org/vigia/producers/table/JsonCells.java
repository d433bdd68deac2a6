package org.vigia.producers.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vigia.events.RejectionReason;

/** Texts of JSON values. A number is kept as it is written; the values of a list are put together with bars. */
final class JsonCells {

    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(RecordScanner.CELL_LIMIT)
                    .maxNestingDepth(16)
                    .build())
            .build();

    private JsonCells() {}

    /**
     * The cells of a row that is a list.
     *
     * @throws RowRejection if it is none
     */
    static List<String> ofList(byte[] record) {
        String text = Utf8.text(record, 0, record.length, Utf8.isAscii(record), 1);
        List<String> cells = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw malformed("The row is not a list of cells.");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                cells.add(String.join(" | ", scalars(parser)));
            }
        } catch (IOException e) {
            throw malformed("The row is not valid JSON: " + firstLine(e) + ".");
        }
        return cells;
    }

    /** All texts of a value, which the parser stands on and then behind; empty ones left out. */
    static List<String> scalars(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        int depth = 0;
        while (true) {
            JsonToken token = parser.currentToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token != JsonToken.FIELD_NAME && token != JsonToken.VALUE_NULL) {
                String text = Blanks.strip(parser.getText());
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
            if (depth == 0) {
                return texts;
            }
            parser.nextToken();
        }
    }

    static RowRejection malformed(String detail) {
        return new RowRejection(RejectionReason.MALFORMED_ROW, detail);
    }

    static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read");
    }
}
