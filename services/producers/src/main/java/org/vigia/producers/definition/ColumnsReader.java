package org.vigia.producers.definition;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vigia.producers.feed.Suggestion;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Layout;

/** Puts together the columns that the fields of a feed are filled with, and their other names. */
final class ColumnsReader {

    private ColumnsReader() {}

    static Columns read(YamlMap file, FieldReader reader, Layout layout) {
        checkHeader(file, reader, layout);
        String[] needed = reader.needed().toArray(String[]::new);
        // Each file of a directory has some of the columns; which, the definition says itself.
        Columns columns = (layout.parts().isEmpty()
                        ? Columns.required(needed)
                        : Columns.required().optional(needed))
                .optional(reader.optional().toArray(String[]::new));
        for (Map.Entry<String, YamlValue> alias :
                file.get("aliases").map(YamlValue::entries).orElse(Map.of()).entrySet()) {
            String column = alias.getValue().text();
            if (!columns.names().contains(column)) {
                alias.getValue()
                        .problem("No field is filled with column \"" + column + "\"."
                                + Suggestion.of(column, columns.names()) + " Write OTHER NAME: COLUMN.");
            }
            columns = columns.alias(alias.getKey(), column);
        }
        return columns;
    }

    /** Columns that no header of the definition's own has can only be misspelt. */
    private static void checkHeader(YamlMap file, FieldReader reader, Layout layout) {
        Set<String> header = new TreeSet<>(layout.header());
        layout.parts().forEach(part -> {
            header.addAll(part.header());
            header.addAll(part.cells().keySet());
        });
        boolean own = !layout.header().isEmpty()
                || layout.parts().stream().noneMatch(part -> part.header().isEmpty());
        if (header.isEmpty() || !own) {
            return;
        }
        Columns names = Columns.required(header.toArray(String[]::new));
        for (String column : reader.needed()) {
            if (names.known(column) == null) {
                file.problem("No header has column \"" + column + "\"." + Suggestion.of(column, header));
            }
        }
    }
}
