package org.vigia.producers.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the JSON export of Socrata: columns under {@code meta.view.columns}, rows as lists under {@code data}. */
final class SocrataFile {

    private static final JsonPointer COLUMNS = JsonPointer.compile("/view/columns");

    private static final ObjectMapper HEADING = new ObjectMapper();

    private SocrataFile() {}

    /** How a column is called where it is shown, and in the interface. */
    private record Named(String shown, String field) {

        /** The name that the feed knows: the one shown, or else that of the interface. */
        String known(Columns columns) {
            return columns.known(shown) == null && columns.known(field) != null ? field : shown;
        }
    }

    static Reading open(InputStream in, Columns columns) throws IOException {
        JsonBytes bytes = new JsonBytes(in);
        bytes.expect('{', "an object with meta and data");
        List<Named> names = null;
        for (String field = bytes.nextField(); field != null; field = bytes.nextField()) {
            if (field.equals("meta")) {
                ByteArrayOutputStream meta = new ByteArrayOutputStream();
                bytes.value(meta, RecordScanner.RECORD_LIMIT);
                names = names(meta.toByteArray());
            } else if (field.equals("data")) {
                if (names == null) {
                    throw new IOException("field data comes before meta, so its columns are not known yet");
                }
                return new Reading(
                        new JsonRecords(bytes, List.of()),
                        parser(names, columns),
                        HEADING.writeValueAsBytes(names),
                        null);
            } else {
                bytes.skip();
            }
        }
        throw new IOException("the document has no field data, so it is no export of Socrata");
    }

    /** Reads single rows of an export with a heading as {@link #open} made it. */
    static RowParser below(byte[] heading, Columns columns) throws IOException {
        return parser(List.of(HEADING.readValue(heading, Named[].class)), columns);
    }

    private static RowParser parser(List<Named> named, Columns columns) {
        List<String> names = named.stream().map(name -> name.known(columns)).toList();
        return new HeadedRowParser(new Header(names, columns), columns, JsonCells::ofList);
    }

    private static List<Named> names(byte[] meta) throws IOException {
        List<Named> names = new ArrayList<>();
        try (JsonParser parser = new FilteringParserDelegate(
                new JsonFactory().createParser(meta),
                new JsonPointerBasedFilter(COLUMNS),
                Inclusion.ONLY_INCLUDE_ALL,
                false)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("meta.view.columns is no list, so it is no export of Socrata");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                names.add(name(parser));
            }
        }
        return names;
    }

    private static Named name(JsonParser parser) throws IOException {
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
        return new Named(shown, field);
    }

    private static String text(JsonParser parser) throws IOException {
        @Nullable String text = parser.getValueAsString();
        return text == null ? "" : text;
    }
}
