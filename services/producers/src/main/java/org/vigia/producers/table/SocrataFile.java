package org.vigia.producers.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the JSON export of Socrata: columns under {@code meta.view.columns}, rows as lists under {@code data}. */
final class SocrataFile {

    private static final JsonPointer COLUMNS = JsonPointer.compile("/view/columns");

    private SocrataFile() {}

    static Reading open(InputStream in, Columns columns) throws IOException {
        JsonBytes bytes = new JsonBytes(in);
        bytes.expect('{', "an object with meta and data");
        List<String> names = null;
        for (String field = bytes.nextField(); field != null; field = bytes.nextField()) {
            if (field.equals("meta")) {
                ByteArrayOutputStream meta = new ByteArrayOutputStream();
                bytes.value(meta, RecordScanner.RECORD_LIMIT);
                names = names(meta.toByteArray(), columns);
            } else if (field.equals("data")) {
                if (names == null) {
                    throw new IOException("field data comes before meta, so its columns are not known yet");
                }
                Header header = new Header(names, columns);
                return Reading.of(
                        new JsonRecords(bytes, List.of()), new HeadedRowParser(header, columns, JsonCells::ofList));
            } else {
                bytes.skip();
            }
        }
        throw new IOException("the document has no field data, so it is no export of Socrata");
    }

    /** The names that the feed knows: the ones shown, or else those of the interface. */
    private static List<String> names(byte[] meta, Columns columns) throws IOException {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = new FilteringParserDelegate(
                new JsonFactory().createParser(meta),
                new JsonPointerBasedFilter(COLUMNS),
                Inclusion.ONLY_INCLUDE_ALL,
                false)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("meta.view.columns is no list, so it is no export of Socrata");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                names.add(name(parser, columns));
            }
        }
        return names;
    }

    private static String name(JsonParser parser, Columns columns) throws IOException {
        String shown = "";
        String field = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            if (key.equals("name")) {
                shown = text(parser);
            } else if (key.equals("fieldName")) {
                field = text(parser);
            } else {
                parser.skipChildren();
            }
        }
        return columns.known(shown) == null && columns.known(field) != null ? field : shown;
    }

    private static String text(JsonParser parser) throws IOException {
        @Nullable String text = parser.getValueAsString();
        return text == null ? "" : text;
    }
}
