package org.vigia.producers.definition;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigia.producers.cell.Texts;

/** Months by number, or by name in one language, whole or by its first three letters where those tell. */
final class MonthNames {

    private static final int LETTERS = 3;

    private final Map<String, Month> byName = new HashMap<>();

    MonthNames(Locale locale) {
        Set<String> ambiguous = new HashSet<>();
        for (Month month : Month.values()) {
            String name = Texts.normalise(month.getDisplayName(TextStyle.FULL, locale));
            String first = name.substring(0, Math.min(LETTERS, name.length()));
            if (byName.put(first, month) != null) {
                ambiguous.add(first);
            }
        }
        ambiguous.forEach(byName::remove);
        for (Month month : Month.values()) {
            byName.put(Texts.normalise(month.getDisplayName(TextStyle.FULL, locale)), month);
            byName.put(Texts.normalise(month.getDisplayName(TextStyle.SHORT, locale)), month);
            byName.put(String.valueOf(month.getValue()), month);
            byName.put("%02d".formatted(month.getValue()), month);
        }
    }

    Optional<Month> month(String text) {
        String name = Texts.normalise(text);
        Month month = byName.get(name);
        if (month == null && name.length() > LETTERS) {
            month = byName.get(name.substring(0, LETTERS));
        }
        return Optional.ofNullable(month);
    }
}
