package org.vigia.producers.definition;

import java.time.Month;
import java.util.Locale;
import java.util.Optional;

/** Reads in which columns a year and its month stand, and of which calendar they are. */
final class YearMonthReader {

    private YearMonthReader() {}

    /** In which of its two calendar years a fiscal year gets its name. */
    private enum NamedBy {
        END,
        START
    }

    static YearMonthRule read(YamlMap keys, String year) {
        Optional<String> month = keys.get("month").map(YamlValue::text);
        MonthNames english = new MonthNames(Locale.ENGLISH);
        String first = keys.get("first_month").map(YamlValue::text).orElse("JAN");
        NamedBy namedBy = keys.get("named_by")
                .map(value -> value.choice(NamedBy.class, NamedBy.END))
                .orElse(NamedBy.END);
        MonthNames names = keys.get("language")
                .map(StepReader::language)
                .map(MonthNames::new)
                .orElse(english);
        if (english.month(first).isEmpty()) {
            keys.get("first_month")
                    .ifPresent(value -> value.problem("first_month is no month. Write for example OCT."));
        }
        return new YearMonthRule(
                year, month.orElse(null), names, english.month(first).orElse(Month.JANUARY), namedBy == NamedBy.START);
    }
}
