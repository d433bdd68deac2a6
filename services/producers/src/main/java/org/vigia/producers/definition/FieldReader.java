package org.vigia.producers.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.cell.Texts;

/** Reads how a field is filled: {@code FIELD: Column}, or keys and values below it. Notes the columns it needs. */
final class FieldReader {

    /** Fields that hold numbers, which are read in the style of the feed. */
    private static final Set<String> NUMBERS = Set.of(
            "quantity",
            "purity_percent",
            "incidents",
            "latitude",
            "longitude",
            "asset_value",
            "threshold",
            "packages",
            "declared_value");

    private static final Set<String> COUNTRIES = Set.of("country", "origin_country", "destination_country");

    private final Set<String> unknown;
    private final @Nullable NumberStyle numbers;
    private final Set<String> needed = new LinkedHashSet<>();
    private final Set<String> optional = new LinkedHashSet<>();

    /**
     * A reader.
     *
     * @param unknown texts of cells that mean that nothing is known, in normal form
     * @param numbers how the feed writes numbers; null for digits with a decimal point
     */
    FieldReader(Set<String> unknown, @Nullable NumberStyle numbers) {
        this.unknown = Set.copyOf(unknown);
        this.numbers = numbers;
    }

    /** The columns that a file must have. */
    Set<String> needed() {
        return needed;
    }

    /** The columns that a file may have besides. */
    Set<String> optional() {
        return optional.stream().filter(column -> !needed.contains(column)).collect(Collectors.toSet());
    }

    /** Notes a column that a file must have. */
    void need(String column) {
        needed.add(column);
    }

    /** A text without what means that nothing is known. */
    private String known(String text) {
        return !text.isEmpty() && unknown.contains(Texts.normalise(text)) ? "" : text;
    }

    /** A number in the style of the feed, with a decimal point; empty if it is unknown. */
    String number(String text, String column) {
        String known = known(text);
        NumberStyle style = numbers;
        return known.isEmpty() || style == null ? known : style.plain(known, column);
    }

    /** Reads a field of a name. */
    Field field(String name, YamlValue value) {
        if (value.isText()) {
            String column = value.text();
            needed.add(column);
            CellRule rule =
                    NUMBERS.contains(name) ? row -> number(row.text(column), column) : row -> known(row.text(column));
            return new Field(ofCountry(name, rule), column, false);
        }
        YamlMap keys = value.map();
        Source source = source(keys);
        CellRule rule = source.rule();
        String origin = source.origin();
        for (UnaryOperator<String> step : StepReader.steps(keys, origin, numberStep(name, keys, origin))) {
            rule = then(rule, step);
        }
        boolean required = keys.get("required").map(YamlValue::flag).orElse(false);
        keys.finish();
        return new Field(ofCountry(name, rule), origin, required);
    }

    private Optional<UnaryOperator<String>> numberStep(String name, YamlMap keys, String origin) {
        NumberStyle style = numbers;
        return NUMBERS.contains(name) && style != null && !keys.has("value")
                ? Optional.of(text -> style.plain(text, origin))
                : Optional.empty();
    }

    private static CellRule ofCountry(String name, CellRule rule) {
        return COUNTRIES.contains(name) ? then(rule, Countries::alpha2) : rule;
    }

    private static CellRule then(CellRule rule, UnaryOperator<String> step) {
        return row -> {
            String text = rule.text(row);
            return text.isEmpty() ? "" : step.apply(text);
        };
    }

    private record Source(CellRule rule, String origin) {}

    private Source source(YamlMap keys) {
        Set<String> into = keys.get("optional").map(YamlValue::flag).orElse(false) ? optional : needed;
        Optional<YamlValue> column = keys.get("column");
        Optional<YamlValue> constant = keys.get("value");
        Optional<YamlValue> expression = keys.get("expression");
        Optional<YamlValue> year = keys.get("year");
        if (Stream.of(column, constant, expression, year)
                        .filter(Optional::isPresent)
                        .count()
                != 1) {
            keys.problem("Say where the field comes from: give one of column, value, expression and year.");
            return new Source(row -> "", "");
        }
        if (column.isPresent()) {
            List<String> columns = column.get().texts();
            into.addAll(columns);
            if (columns.size() == 1) {
                String name = columns.getFirst();
                return new Source(row -> known(row.text(name)), name);
            }
            return new Source(
                    row -> columns.stream()
                            .map(name -> known(row.text(name)))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(" ")),
                    String.join(", ", columns));
        }
        if (constant.isPresent()) {
            String text = constant.get().text();
            return new Source(row -> text, "(constant)");
        }
        if (expression.isPresent()) {
            return expression(expression.get(), into)
                    .map(compiled -> new Source(compiled, String.join(", ", compiled.columns())))
                    .orElse(new Source(row -> "", ""));
        }
        YearMonthRule rule = YearMonthReader.read(keys, year.orElseThrow().text());
        into.addAll(rule.columns());
        return new Source(rule, String.join(", ", rule.columns()));
    }

    /** Compiles an expression, and notes its columns. */
    Optional<Expression> expression(YamlValue value) {
        return expression(value, needed);
    }

    private static Optional<Expression> expression(YamlValue value, Set<String> into) {
        try {
            Expression expression = Expression.of(value.text());
            into.addAll(expression.columns());
            return Optional.of(expression);
        } catch (IllegalArgumentException e) {
            value.problem("The expression cannot be used: " + e.getMessage());
            return Optional.empty();
        }
    }
}
