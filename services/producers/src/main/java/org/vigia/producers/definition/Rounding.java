package org.vigia.producers.definition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Rounds half up to one number of significant digits after another. Releases of the same figures may print the same double
 * in different lengths; rounded in one step, a decimal that ends on the border would still fall on either side.
 *
 * @param digits significant digits of each step
 */
record Rounding(List<Integer> digits) implements UnaryOperator<String> {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{0,40})?([eE][+-]?\\d{1,2})?");

    Rounding {
        digits = List.copyOf(digits);
    }

    /** The rounded number; a text that is none is left for the check of numbers to refuse. */
    @Override
    public String apply(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal(text);
        for (int precision : digits) {
            number = number.round(new MathContext(precision, RoundingMode.HALF_UP));
        }
        return number.toPlainString();
    }
}
