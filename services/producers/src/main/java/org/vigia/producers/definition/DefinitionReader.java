package org.vigia.producers.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.claim.Mapping;
import org.vigia.producers.drug.DrugNames;
import org.vigia.producers.feed.Feed;
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
        file.text("event", "seizure");
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
        EventFields fields = new EventFieldsReader(file, kind, reader).read();
        WideColumns wide = file.get("wide").map(this::wide).orElse(null);
        RowRole rows = file.get("rows")
                .map(value -> value.choice(RowRole.class, RowRole.SINGLE))
                .orElse(RowRole.SINGLE);
        Set<String> ignored = ignored();
        List<LeaveOut> leaveOut = file.get("leave_out").map(YamlValue::list).orElse(List.of()).stream()
                .flatMap(rule -> LeaveOutReader.read(rule, reader).stream())
                .toList();
        Mapping own = kind.mapping(
                file.get("substances").map(StepReader::table).map(drugs::with).orElse(drugs));
        Translation translation = new Translation(
                fields.fields(), fields.attributes(), ignored, leaveOut, rows == RowRole.TOGETHER, wide);
        Layout layout = LayoutReader.read(file);
        Columns columns = ColumnsReader.read(file, reader, layout);
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

    private Set<String> ignored() {
        return Set.copyOf(file.get("ignore").map(YamlValue::texts).orElse(List.of()));
    }

    private WideColumns wide(YamlValue value) {
        if (kind != EventKind.SEIZURE && kind != EventKind.LAB_DISMANTLEMENT) {
            value.problem("Only seizures and lab-dismantlements have wide tables.");
        }
        return new WideReader(kind, reader).read(value);
    }
}
