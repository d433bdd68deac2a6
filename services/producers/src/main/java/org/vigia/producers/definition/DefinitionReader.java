package org.vigia.producers.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.claim.Mapping;
import org.vigia.producers.drug.DrugNames;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.feed.Suggestion;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Layout;

/** Makes a feed of the keys and values of a definition; {@code docs/feeds.md} describes them. */
final class DefinitionReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final YamlMap file;
    private final DrugNames drugs;
    private final EventKind kind;
    private final FieldReader reader;

    DefinitionReader(YamlMap file, DrugNames drugs) {
        this.file = file;
        this.drugs = drugs;
        String example = "seizure";
        file.text("event", example);
        kind = file.get("event")
                .map(value -> value.choice(EventKind.class, EventKind.SEIZURE))
                .orElse(EventKind.SEIZURE);
        reader = new FieldReader(unknown(), numbers());
    }

    /** The feed; of no use if there are problems. */
    Feed read() {
        String name = name("feed", "mx-navy-seizures");
        String partner = name("partner", "mx-navy");
        String description = file.text("description", "seizures at sea, a row per seizure (CSV)");
        Map<String, Field> fields = fields();
        Map<String, Field> attributes = attributes();
        key(fields, attributes);
        WideColumns wide = file.get("wide").map(this::wide).orElse(null);
        RowRole rows = file.get("rows")
                .map(value -> value.choice(RowRole.class, RowRole.SINGLE))
                .orElse(RowRole.SINGLE);
        Set<String> ignored = ignored();
        List<LeaveOut> leaveOut = file.get("leave_out").map(YamlValue::list).orElse(List.of()).stream()
                .flatMap(rule -> leaveOut(rule).stream())
                .toList();
        Mapping own = kind.mapping(
                file.get("substances").map(FieldReader::table).map(drugs::with).orElse(drugs));
        Translation translation =
                new Translation(fields, attributes, ignored, leaveOut, rows == RowRole.TOGETHER, wide);
        Layout layout = LayoutReader.read(file);
        Columns columns = columns(layout);
        Mapping mapping = mapping(rows, wide != null, translation, own);
        file.finish();
        return new DefinedFeed(name, partner, description, kind, columns, layout, mapping);
    }

    private Mapping mapping(RowRole rows, boolean wide, Translation translation, Mapping own) {
        if (rows == RowRole.SINGLE) {
            return new DefinedRows(translation, own);
        }
        if (wide) {
            file.get("rows").ifPresent(value -> value.problem("A wide row is an event by itself. Leave rows out."));
        }
        if (own instanceof GroupMapping group) {
            return new DefinedGroups(translation, group);
        }
        file.get("rows")
                .ifPresent(value -> value.problem(
                        "A row of " + YamlValue.word(kind) + " is an entry by itself." + " Leave rows out."));
        return new DefinedRows(translation, own);
    }

    private String name(String key, String example) {
        String name = file.text(key, example);
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            file.get(key)
                    .ifPresent(value -> value.problem(key + " is \"" + name
                            + "\". Use lower-case letters, digits and hyphens, for example " + example + "."));
        }
        return name;
    }

    private Set<String> unknown() {
        return file.get("unknown").map(YamlValue::texts).orElse(List.of()).stream()
                .map(Texts::normalise)
                .collect(Collectors.toSet());
    }

    private @Nullable NumberStyle numbers() {
        Optional<YamlValue> value = file.get("numbers");
        if (value.isEmpty()) {
            return null;
        }
        YamlMap keys = value.get().map();
        String decimal = keys.get("decimal").map(YamlValue::text).orElse(".");
        String thousands = keys.get("thousands").map(YamlValue::text).orElse("");
        keys.finish();
        if (!decimal.equals(".") && !decimal.equals(",")) {
            value.get().problem("decimal is \"" + decimal + "\". Use \".\" or \",\".");
        } else if (thousands.length() > 1 || thousands.equals(decimal)) {
            value.get()
                    .problem("thousands is \"" + thousands + "\". Use one sign other than decimal, or leave it out.");
        } else {
            return new NumberStyle(decimal.charAt(0), thousands);
        }
        return null;
    }

    private Map<String, Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
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
        return fields;
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

    private Map<String, Field> attributes() {
        Map<String, Field> attributes = new LinkedHashMap<>();
        file.get("attributes")
                .map(YamlValue::entries)
                .orElse(Map.of())
                .forEach((name, value) -> attributes.put(name, reader.field(name, value)));
        return attributes;
    }

    private void key(Map<String, Field> fields, Map<String, Field> attributes) {
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
        List<CellRule> parts = new ArrayList<>();
        List<String> origins = new ArrayList<>();
        for (YamlValue part : value.get().list()) {
            Field field = part.isText() ? named(part, fields, attributes) : reader.field("", part);
            Field needed = new Field(field.rule(), field.origin(), true);
            parts.add(
                    part.isText() && part.text().equals("substance")
                            ? row -> DrugNames.withoutFootnote(needed.text(row))
                            : needed.rule());
            origins.add(field.origin());
            if (part.isText()) {
                fields.computeIfPresent(part.text(), (name, before) -> needed);
                attributes.computeIfPresent(part.text(), (name, before) -> needed);
            }
        }
        fields.put(id.get(), new Field(new NaturalKey(parts), String.join(", ", origins), true));
    }

    private static Field named(YamlValue part, Map<String, Field> fields, Map<String, Field> attributes) {
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

    private Set<String> ignored() {
        return Set.copyOf(file.get("ignore").map(YamlValue::texts).orElse(List.of()));
    }

    private Optional<LeaveOut> leaveOut(YamlValue rule) {
        YamlMap keys = rule.map();
        String reason = keys.text("reason", "total of other rows");
        Optional<YamlValue> when = keys.get("when");
        Optional<YamlValue> where = keys.get("where");
        keys.finish();
        if (when.isPresent() == where.isPresent()) {
            keys.problem("Say which rows: where: {COLUMN: [VALUE, ...]}, or when: EXPRESSION, and only one of them.");
            return Optional.empty();
        }
        if (when.isPresent()) {
            Optional<Expression> expression = reader.expression(when.get());
            if (expression.isPresent() && !expression.get().isCondition()) {
                when.get().problem("The expression must give true or false.");
            }
            return expression.map(condition -> new LeaveOut(condition::holds, reason));
        }
        Map<String, Set<String>> values = new HashMap<>();
        where.get().entries().forEach((column, texts) -> {
            reader.need(column);
            values.put(column, texts.texts().stream().map(Texts::normalise).collect(Collectors.toSet()));
        });
        return Optional.of(new LeaveOut(
                row -> values.entrySet().stream()
                        .allMatch(entry -> entry.getValue().contains(Texts.normalise(row.text(entry.getKey())))),
                reason));
    }

    private WideColumns wide(YamlValue value) {
        if (kind != EventKind.SEIZURE && kind != EventKind.LAB_DISMANTLEMENT) {
            value.problem("Only seizures and lab-dismantlements have wide tables.");
        }
        return new WideReader(kind, reader).read(value);
    }

    private Columns columns(Layout layout) {
        checkHeader(layout);
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
    private void checkHeader(Layout layout) {
        Set<String> header = new TreeSet<>(layout.header());
        layout.parts().forEach(part -> header.addAll(part.header()));
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
