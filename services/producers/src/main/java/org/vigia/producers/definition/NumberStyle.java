package org.vigia.producers.definition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigia.events.RejectionReason;
import org.vigia.producers.cell.Quote;
import org.vigia.producers.table.RowRejection;

/**
 * How a partner writes numbers: {@code 1.234,56} or {@code 1,234.56}, or {@code 12,34,567} as in India. A number that is
 * not written so is refused, because a separator taken for the other errs a thousandfold.
 */
final class NumberStyle {

    private final Pattern pattern;
    private final char decimal;
    private final String thousands;

    /**
     * A style.
     *
     * @param decimal point or comma
     * @param thousands what stands between groups of digits; empty if nothing does
     */
    NumberStyle(char decimal, String thousands) {
        this.decimal = decimal;
        this.thousands = thousands;
        // A blank between digits is often one that does not break.
        String group = thousands.isBlank() ? "[ \\u00a0\\u202f]" : Pattern.quote(thousands);
        String grouped = thousands.isEmpty() ? "" : "\\d{1,3}(?:" + group + "\\d{2,3})*" + group + "\\d{3}|";
        pattern = Pattern.compile("([+-]?)(" + grouped + "\\d{0,40})(?:" + Pattern.quote(String.valueOf(decimal))
                + "(\\d{0,40}))?([eE][+-]?\\d{1,2})?");
    }

    /** The number with a decimal point and nothing between its digits. */
    String plain(String text, String origin) {
        Matcher number = pattern.matcher(text);
        if (!number.matches() || text.chars().noneMatch(Character::isDigit)) {
            throw new RowRejection(
                    RejectionReason.INVALID_NUMBER,
                    "Column " + origin + " holds " + Quote.of(text)
                            + ", which is not a number as this feed writes them, for example " + example() + ".");
        }
        String whole = number.group(2).replaceAll("\\D", "");
        String fraction = number.group(3) == null || number.group(3).isEmpty() ? "" : "." + number.group(3);
        String exponent = number.group(4) == null ? "" : number.group(4);
        return number.group(1) + (whole.isEmpty() ? "0" : whole) + fraction + exponent;
    }

    private String example() {
        return "1" + thousands + "234" + decimal + "56";
    }
}
