package org.vigia.producers.definition;

import java.time.Month;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;
import org.vigia.producers.cell.Quote;
import org.vigia.producers.table.RowRejection;

/**
 * A month of a fiscal or calendar year, in two columns, or a year alone in one. A year may carry a note as in
 * {@code 2026 (FYTD)}, or name both its calendar years as in {@code 2021-22}.
 *
 * @param month column of the month; null for a year alone
 * @param names of months
 * @param first the month in which the year begins
 * @param namedByStart whether a year that begins in 2021 and ends in 2022 is called 2021
 */
record YearMonthRule(String year, @Nullable String month, MonthNames names, Month first, boolean namedByStart)
        implements CellRule {

    private static final Pattern YEAR =
            Pattern.compile("((?:19|20|21)\\d{2})(\\s*[-/\u2013]\\s*(?:\\d{2}){1,2})?(\\s*\\([^)]*\\))?");

    /** The columns of the year and, if there is one, the month. */
    List<String> columns() {
        return month == null ? List.of(year) : List.of(year, month);
    }

    @Override
    public String text(RowTexts row) {
        String written = row.text(year);
        String monthColumn = month;
        if (written.isEmpty() && (monthColumn == null || !row.has(monthColumn))) {
            return "";
        }
        Matcher matcher = YEAR.matcher(written);
        if (!matcher.matches()) {
            throw invalid(year, written, "is no year. Write 2026, 2026 (FYTD) or 2025-26");
        }
        int named = Integer.parseInt(matcher.group(1));
        if (monthColumn == null) {
            return named + "-XX";
        }
        String name = row.text(monthColumn);
        Month of = names.month(name)
                .orElseThrow(() -> invalid(monthColumn, name, "is no month. Write its name or number"));
        boolean startsIn = matcher.group(2) != null || namedByStart || first == Month.JANUARY;
        int start = startsIn ? named : named - 1;
        int calendar = of.compareTo(first) >= 0 ? start : start + 1;
        return "%04d-%02d".formatted(calendar, of.getValue());
    }

    private static RowRejection invalid(String column, String text, String why) {
        return new RowRejection(
                RejectionReason.INVALID_DATE, "Column " + column + " holds " + Quote.of(text) + ", which " + why + ".");
    }
}
