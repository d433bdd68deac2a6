package org.vigia.producers.definition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
        for (UnaryOperator<String> step : steps(name, keys, origin)) {
            rule = then(rule, step);
        }
        boolean required = keys.get("required").map(YamlValue::flag).orElse(false);
        keys.finish();
        return new Field(ofCountry(name, rule), origin, required);
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
        if (column.isPresent()) {
            List<String> columns = column.get().texts();
            into.addAll(columns);
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
        if (year.isPresent()) {
            return yearMonth(keys, year.get().text(), into);
        }
        keys.problem("Nothing says where the field comes from. Give column, value, expression or year.");
        return new Source(row -> "", "");
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

    /** In which of its two calendar years a fiscal year gets its name. */
    private enum NamedBy {
        END,
        START
    }

    private static Source yearMonth(YamlMap keys, String year, Set<String> into) {
        Optional<String> month = keys.get("month").map(YamlValue::text);
        into.add(year);
        month.ifPresent(into::add);
        MonthNames english = new MonthNames(Locale.ENGLISH);
        String first = keys.get("first_month").map(YamlValue::text).orElse("JAN");
        NamedBy namedBy = keys.get("named_by")
                .map(value -> value.choice(NamedBy.class, NamedBy.END))
                .orElse(NamedBy.END);
        MonthNames names = keys.get("language")
                .map(FieldReader::language)
                .map(MonthNames::new)
                .orElse(english);
        if (english.month(first).isEmpty()) {
            keys.get("first_month")
                    .ifPresent(value -> value.problem("first_month is no month. Write for example OCT."));
        }
        return new Source(
                new YearMonthRule(
                        year,
                        month.orElse(null),
                        names,
                        english.month(first).orElse(java.time.Month.JANUARY),
                        namedBy == NamedBy.START),
                month.map(column -> year + ", " + column).orElse(year));
    }

    private static Locale language(YamlValue value) {
        String tag = value.text();
        Locale locale = Locale.forLanguageTag(tag);
        if (!List.of(Locale.getISOLanguages()).contains(locale.getLanguage())) {
            value.problem("language is \"" + tag + "\". Write two letters of ISO 639, for example es.");
        }
        return locale;
    }

    private List<UnaryOperator<String>> steps(String name, YamlMap keys, String origin) {
        List<UnaryOperator<String>> steps = new ArrayList<>();
        keys.get("extract").flatMap(FieldReader::extract).ifPresent(steps::add);
        keys.get("separator")
                .map(YamlValue::text)
                .map(separator -> (UnaryOperator<String>) text -> text.replace(separator, " | "))
                .ifPresent(steps::add);
        values(keys, origin).ifPresent(steps::add);
        NumberStyle style = numbers;
        boolean constant = keys.has("value");
        if (NUMBERS.contains(name) && style != null && !constant) {
            steps.add(text -> style.plain(text, origin));
        }
        keys.get("round").map(YamlValue::counts).map(Rounding::new).ifPresent(steps::add);
        date(keys, origin).ifPresent(steps::add);
        return steps;
    }

    /** All that an expression finds in a text, by its first group. */
    private static Optional<UnaryOperator<String>> extract(YamlValue value) {
        try {
            Pattern pattern = Pattern.compile(value.text());
            if (pattern.groupCount() == 1) {
                return Optional.of(text -> {
                    Matcher matcher = pattern.matcher(text);
                    StringJoiner found = new StringJoiner(" | ");
                    while (matcher.find()) {
                        found.add(matcher.group(1));
                    }
                    return found.toString();
                });
            }
            value.problem("extract must have one group in parentheses, which is what is taken.");
        } catch (PatternSyntaxException e) {
            value.problem("extract is no regular expression: " + e.getMessage() + ".");
        }
        return Optional.empty();
    }

    private static Optional<ValueTable> values(YamlMap keys, String origin) {
        Optional<YamlValue> table = keys.get("values");
        ValueTable.Otherwise otherwise = keys.get("otherwise")
                .map(value -> value.choice(ValueTable.Otherwise.class, ValueTable.Otherwise.REJECT))
                .orElse(ValueTable.Otherwise.REJECT);
        return table.map(value -> new ValueTable(table(value), otherwise, origin));
    }

    /** The partner's words in normal form, and what they mean. */
    static Map<String, String> table(YamlValue value) {
        Map<String, String> table = new HashMap<>();
        value.entries().forEach((word, meaning) -> {
            if (table.put(Texts.normalise(word), meaning.text()) != null) {
                meaning.problem(word + " is given twice, but for case and blanks. Keep one of them.");
            }
        });
        return table;
    }

    private static Optional<DateStyle> date(YamlMap keys, String origin) {
        Optional<YamlValue> pattern = keys.get("pattern");
        Optional<ZoneId> zone = keys.get("zone").flatMap(FieldReader::zone);
        DateStyle.Precision precision = keys.get("precision")
                .map(value -> value.choice(DateStyle.Precision.class, DateStyle.Precision.DAY))
                .orElse(null);
        Locale locale = pattern.isPresent()
                ? keys.get("language").map(FieldReader::language).orElse(Locale.ENGLISH)
                : Locale.ENGLISH;
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DateStyle(pattern.get().text(), locale, precision, zone.orElse(null), origin));
        } catch (IllegalArgumentException e) {
            pattern.get().problem("The pattern cannot be used: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(YamlValue value) {
        try {
            return Optional.of(ZoneId.of(value.text()));
        } catch (DateTimeException e) {
            value.problem(
                    "zone is \"" + value.text() + "\". Write a name of the IANA time zones, such as America/Bogota.");
            return Optional.empty();
        }
    }
}
