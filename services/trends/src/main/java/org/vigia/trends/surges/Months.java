package org.vigia.trends.surges;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Calendar months as whole numbers, so that the month a year before is twelve less: twelve times the year, plus 0 to 11. */
final class Months {

    static final int A_YEAR = 12;

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private Months() {}

    static int of(LocalDate day) {
        return day.getYear() * A_YEAR + day.getMonthValue() - 1;
    }

    /** First day of a month. */
    static LocalDate start(int month) {
        return yearMonth(month).atDay(1);
    }

    /** For example {@code 2023-04}. */
    static String iso(int month) {
        return yearMonth(month).toString();
    }

    /** For example {@code April 2023}. */
    static String english(int month) {
        return ENGLISH.format(yearMonth(month));
    }

    private static YearMonth yearMonth(int month) {
        return YearMonth.of(Math.floorDiv(month, A_YEAR), Math.floorMod(month, A_YEAR) + 1);
    }
}
