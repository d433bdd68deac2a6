package org.vigia.producers.definition;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigia.producers.feed.Suggestion;

/** Reads what the columns of a wide table stand for: a list of them, or how their names are made, or both. */
final class WideReader {

    private static final Set<String> NOT_OF_A_COLUMN =
            Set.of("quantity", "occurred_at", "country", "status", "handling");

    private final EventKind kind;
    private final FieldReader reader;

    WideReader(EventKind kind, FieldReader reader) {
        this.kind = kind;
        this.reader = reader;
    }

    WideColumns read(YamlValue value) {
        YamlMap keys = value.map();
        Map<String, WideColumns.Item> listed = new LinkedHashMap<>();
        keys.get("columns").map(YamlValue::entries).orElse(Map.of()).forEach((column, item) -> {
            reader.need(column);
            listed.put(column, item(item));
        });
        HeaderTemplate header = header(keys);
        if (listed.isEmpty() && header.fields().isEmpty()) {
            keys.problem(
                    "Say what the columns stand for: columns: {Heroin Kg: {substance: heroin, unit: kg}}, or names:"
                            + " \"{substance} ({unit})\".");
        }
        keys.finish();
        return new WideColumns(listed, header, reader::number);
    }

    private WideColumns.Item item(YamlValue value) {
        Map<String, String> fields = new HashMap<>();
        value.entries().forEach((name, text) -> {
            checkName(name, text);
            fields.put(name, text.text());
        });
        if (!fields.containsKey("substance")) {
            value.problem("The substance is missing. Write for example {substance: heroin, unit: kg}.");
        }
        return new WideColumns.Item(fields);
    }

    private HeaderTemplate header(YamlMap keys) {
        Optional<YamlValue> names = keys.get("names");
        Map<String, String> units = keys.get("units").map(StepReader::table).orElse(Map.of());
        if (names.isEmpty()) {
            return HeaderTemplate.NONE;
        }
        HeaderTemplate template = new HeaderTemplate(names.get().text(), units);
        template.fields().forEach(field -> checkName(field, names.get()));
        if (!template.fields().contains("substance")) {
            names.get().problem("names must have {substance}, for example \"{substance} ({unit})\".");
        }
        if (template.fields().contains("unit") && units.isEmpty()) {
            names.get().problem("units is missing. Say what each unit of a header means: units: {Kg: kg, No: units}.");
        }
        return template;
    }

    private void checkName(String name, YamlValue value) {
        if (!kind.columns().names().contains(name) || NOT_OF_A_COLUMN.contains(name)) {
            value.problem("A column cannot say " + name + "."
                    + Suggestion.of(name, kind.columns().names())
                    + " Use substance, unit, form or another field of an item.");
        }
    }
}
