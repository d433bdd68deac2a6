package org.vigia.producers.definition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.vigia.producers.cell.Texts;

/** Reads what is done to the text of a cell, one step after the other. */
final class StepReader {

    private StepReader() {}

    /**
     * The steps, in their order.
     *
     * @param number how a number is read; nothing if the field holds none
     */
    static List<UnaryOperator<String>> steps(YamlMap keys, String origin, Optional<UnaryOperator<String>> number) {
        List<UnaryOperator<String>> steps = new ArrayList<>();
        keys.get("extract").flatMap(StepReader::extract).ifPresent(steps::add);
        keys.get("separator")
                .map(YamlValue::text)
                .map(separator -> (UnaryOperator<String>) text -> text.replace(separator, " | "))
                .ifPresent(steps::add);
        values(keys, origin).ifPresent(steps::add);
        number.ifPresent(steps::add);
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
        Optional<ZoneId> zone = keys.get("zone").flatMap(StepReader::zone);
        DateStyle.Precision precision = keys.get("precision")
                .map(value -> value.choice(DateStyle.Precision.class, DateStyle.Precision.DAY))
                .orElse(null);
        Locale locale = pattern.isPresent()
                ? keys.get("language").map(StepReader::language).orElse(Locale.ENGLISH)
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

    /** A language by its tag. */
    static Locale language(YamlValue value) {
        String tag = value.text();
        Locale locale = Locale.forLanguageTag(tag);
        if (!List.of(Locale.getISOLanguages()).contains(locale.getLanguage())) {
            value.problem("language is \"" + tag + "\". Write two letters of ISO 639, for example es.");
        }
        return locale;
    }
}
