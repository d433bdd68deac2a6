package org.vigia.producers.cell;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.RowRejection;

/**
 * Decimal numbers as {@code 68.576}. A comma is never read: in {@code 68,576} it is a thousands separator to one clerk
 * and a decimal comma to another, and the readings differ a thousandfold.
 */
public final class Decimals {

    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,2})?");
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?[\\d.]*,[\\d.,]*");

    private static final int SHORT = 18;

    private static final Memo<BigDecimal> PARSED = new Memo<>();

    private Decimals() {}

    /** A number; null if the cell is empty. */
    public static @Nullable BigDecimal of(Cells cells, String column) {
        String text = cells.text(column);
        if (text.isEmpty()) {
            return null;
        }
        return PARSED.of(text, unread -> parse(unread, column));
    }

    private static BigDecimal parse(String text, String column) {
        if (isShort(text) || PLAIN.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        if (WITH_COMMA.matcher(text).matches() && text.chars().anyMatch(Character::isDigit)) {
            throw new RowRejection(RejectionReason.AMBIGUOUS_NUMBER, ambiguous(column, text));
        }
        throw new RowRejection(
                RejectionReason.INVALID_NUMBER,
                "Column " + column + " holds " + Quote.of(text)
                        + ", which is not a number. Write digits with a decimal point, for example 68.576.");
    }

    /** What most numbers are: some digits, and some more behind a point. Spares the regular expression. */
    private static boolean isShort(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && i > 0) {
                points++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return points <= 1 && text.length() <= SHORT;
    }

    /** A number of at least 0; null if the cell is empty. */
    public static @Nullable BigDecimal notNegative(Cells cells, String column) {
        BigDecimal number = of(cells, column);
        if (number != null && number.signum() < 0) {
            throw new RowRejection(
                    RejectionReason.NEGATIVE_QUANTITY,
                    "Column " + column + " is negative (" + Quote.of(cells.text(column))
                            + "). To take a claim back, send it with status RETRACTED.");
        }
        return number;
    }

    /** A number between two bounds, both included; null if the cell is empty. */
    public static @Nullable Double between(Cells cells, String column, double least, double most) {
        BigDecimal number = of(cells, column);
        if (number == null) {
            return null;
        }
        double value = number.doubleValue();
        if (value < least || value > most) {
            throw new RowRejection(
                    RejectionReason.OUT_OF_RANGE,
                    "Column %s is %s, and must be between %s and %s."
                            .formatted(column, Quote.of(cells.text(column)), plain(least), plain(most)));
        }
        return value == 0 ? 0.0 : value;
    }

    /** A whole number of at least 0; null if the cell is empty. */
    public static @Nullable Integer count(Cells cells, String column) {
        BigDecimal number = notNegative(cells, column);
        if (number == null) {
            return null;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            boolean large = number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0;
            throw new RowRejection(
                    large ? RejectionReason.OUT_OF_RANGE : RejectionReason.INVALID_NUMBER,
                    "Column " + column + " is " + Quote.of(cells.text(column)) + ", and must be a whole number up to "
                            + Integer.MAX_VALUE + ".");
        }
    }

    /** The one way to write a number: no exponent, no trailing zeros, no sign of zero. */
    public static String canonical(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String ambiguous(String column, String text) {
        String grouped = text.replace(",", "");
        String decimal = text.replace(".", "").replace(',', '.');
        String readings =
                PLAIN.matcher(grouped).matches() && PLAIN.matcher(decimal).matches()
                        ? grouped + " if the comma separates thousands, " + decimal + " if it is a decimal comma"
                        : grouped + " if the commas separate thousands, or else several numbers";
        return "Column " + column + " holds " + Quote.of(text) + ", which reads as " + readings
                + ". Write the number with a decimal point and without separators.";
    }

    private static String plain(double bound) {
        return canonical(BigDecimal.valueOf(bound));
    }
}
