package org.vigia.trends.surges;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.vigia.trends.claims.Cell;

/** Numbers and lists in plain English. */
final class English {

    private English() {}

    /** With one digit after the point, without a trailing zero. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Kilograms with three digits after the point, without trailing zeros. */
    static String kilograms(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
        return (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString()) + " kg";
    }

    /** {@code 1 seizure}, {@code 2 seizures}. */
    static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** {@code May 2019, June 2019 and July 2019}. */
    static String months(List<Integer> months) {
        return list(months.stream().map(Months::english).toList());
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return last <= 0
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /** Counts in their order. */
    static String counts(List<Long> counts) {
        return counts.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** The area of a cell, and who reports it. */
    static String place(Cell cell) {
        return Area.of(cell) + (cell.agency().isEmpty() ? "" : " (" + cell.agency() + ")");
    }
}
