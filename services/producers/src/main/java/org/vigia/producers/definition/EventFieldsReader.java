package org.vigia.producers.definition;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigia.producers.drug.DrugNames;
import org.vigia.producers.feed.Suggestion;

/** Reads what an event is filled with: constants, fields, attributes and the natural key. */
final class EventFieldsReader {

    private final YamlMap file;
    private final EventKind kind;
    private final FieldReader reader;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Field> attributes = new LinkedHashMap<>();

    EventFieldsReader(YamlMap file, EventKind kind, FieldReader reader) {
        this.file = file;
        this.kind = kind;
        this.reader = reader;
    }

    EventFields read() {
        fields();
        attributes();
        key();
        return new EventFields(fields, attributes);
    }

    private void fields() {
        file.get("constants").map(YamlValue::entries).orElse(Map.of()).forEach((name, value) -> {
            String text = value.text();
            fields.put(name, new Field(row -> text, name, false));
            checkName(name, value);
        });
        file.get("fields").map(YamlValue::entries).orElse(Map.of()).forEach((name, value) -> {
            checkName(name, value);
            if (fields.put(name, reader.field(name, value)) != null) {
                value.problem(name + " is among the constants too. Keep one of them.");
            }
        });
    }

    private void checkName(String name, YamlValue value) {
        if (kind.id().filter(name::equals).isPresent()) {
            value.problem(name + " is made of key. Name the columns there.");
        } else if (!kind.columns().names().contains(name)) {
            Set<String> names = new TreeSet<>(kind.columns().names());
            kind.id().ifPresent(names::remove);
            value.problem("An event of kind " + YamlValue.word(kind) + " has no field \"" + name + "\"."
                    + Suggestion.of(name, names) + " Fields: " + String.join(", ", names)
                    + ". Anything else can be one of the attributes.");
        }
    }

    private void attributes() {
        file.get("attributes")
                .map(YamlValue::entries)
                .orElse(Map.of())
                .forEach((name, value) -> attributes.put(name, reader.field(name, value)));
    }

    private void key() {
        Optional<YamlValue> value = file.get("key");
        Optional<String> id = kind.id();
        if (id.isEmpty()) {
            value.ifPresent(key -> key.problem(
                    "An entry of kind " + YamlValue.word(kind) + " is identified by its fields. Leave key out."));
            return;
        }
        if (value.isEmpty()) {
            file.problem(
                    "key is missing. Name the fields that identify an event, for example key: [occurred_at, place].");
            return;
        }
        List<Field> parts = value.get().list().stream().map(this::part).toList();
        String origin = parts.stream().map(Field::origin).collect(Collectors.joining(", "));
        fields.put(id.get(), new Field(new NaturalKey(parts), origin, true));
    }

    /** A part of the key: a field or an attribute by its name, or one of its own. */
    private Field part(YamlValue part) {
        Field field = part.isText() ? named(part) : reader.field("", part);
        CellRule rule = part.isText() && part.text().equals("substance")
                ? row -> DrugNames.withoutFootnote(row.of(field))
                : row -> row.of(field);
        return new Field(rule, field.origin(), true);
    }

    private Field named(YamlValue part) {
        String name = part.text();
        Field field = fields.getOrDefault(name, attributes.get(name));
        if (field == null) {
            Map<String, Field> known = new HashMap<>(fields);
            known.putAll(attributes);
            part.problem("key names \"" + name + "\", which is neither a field nor an attribute."
                    + Suggestion.of(name, known.keySet()) + " Or write {column: NAME} for a column.");
            return new Field(row -> "", name, true);
        }
        return field;
    }
}
