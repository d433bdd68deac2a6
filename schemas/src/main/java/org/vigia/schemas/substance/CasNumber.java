package org.vigia.schemas.substance;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CAS Registry Number whose check digit is right, for example {@code 108-24-7}.
 *
 * <p>The check digit is the sum of the other digits, each times its position counted from the right, modulo 10 (CAS,
 * "Check Digit Verification of CAS Registry Numbers").
 *
 * @param value two to seven digits without leading zero, hyphen, two digits, hyphen, check digit
 */
public record CasNumber(String value) implements Comparable<CasNumber> {

    /** Whatever is typed or printed for a hyphen: dashes, the minus sign, the soft hyphen, the hyphen bullet. */
    private static final Pattern HYPHEN = Pattern.compile("[\\p{Pd}\u2212\u00ad\u2043]");

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern BLANKS_AT_HYPHEN = Pattern.compile("[\\s\\p{Z}]*-[\\s\\p{Z}]*");
    private static final Pattern BLANKS_AT_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{1,6})-(\\d{2})-(\\d)");

    /** @throws IllegalArgumentException if the text has not the form of a CAS number or the check digit is wrong */
    public CasNumber {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "Not a CAS number: \"" + value + "\"; expected digits as in 108-24-7, without leading zero");
        }
        int expected = checkDigit(form.group(1) + form.group(2));
        if (expected != form.group(3).charAt(0) - '0') {
            throw new IllegalArgumentException(
                    "CAS number " + value + " fails its check digit; the last digit should be " + expected);
        }
    }

    /**
     * A text as it would be typed plainly: every kind of hyphen is {@code -}, no blank, breaking or not, stands beside
     * one or at the ends, digits are ASCII, and nothing is invisible.
     */
    public static String plain(String text) {
        if (text.chars().allMatch(c -> c > ' ' && c < 127)) {
            return text; // Nearly every number is plain.
        }
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String hyphens = HYPHEN.matcher(compatible).replaceAll("-");
        String visible = INVISIBLE.matcher(hyphens).replaceAll("");
        String joined = BLANKS_AT_HYPHEN.matcher(visible).replaceAll("-");
        return BLANKS_AT_ENDS.matcher(joined).replaceAll("");
    }

    /**
     * The CAS number that a text is, written plainly, leading zeros dropped.
     *
     * @return empty if the text is anything else, a wrong check digit included
     */
    public static Optional<CasNumber> parse(String text) {
        String canonical = plain(text).replaceFirst("^0+(?=\\d\\d)", "");
        Matcher form = FORM.matcher(canonical);
        return form.matches()
                        && checkDigit(form.group(1) + form.group(2))
                                == form.group(3).charAt(0) - '0'
                ? Optional.of(new CasNumber(canonical))
                : Optional.empty();
    }

    /** Whether a text is a CAS number with the right check digit. */
    public static boolean isOne(String text) {
        return parse(text).isPresent();
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.length() - i) * (digits.charAt(i) - '0');
        }
        return sum % 10;
    }

    @Override
    public int compareTo(CasNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
