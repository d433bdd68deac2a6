package org.vigia.trends.claims;

import java.util.regex.Pattern;

/**
 * CAS Registry Numbers: two to seven digits, two digits and a check digit. The check digit is the sum of the other
 * digits, each times its position counted from the right, modulo 10 (CAS, "Check digit verification").
 */
final class CasNumber {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{1,6}-[0-9]{2}-[0-9]");

    private CasNumber() {}

    /** Whether the text is a CAS number whose check digit holds. */
    static boolean isValid(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int sum = 0;
        int position = 1;
        for (int i = text.length() - 3; i >= 0; i--) {
            char c = text.charAt(i);
            if (c != '-') {
                sum += (c - '0') * position++;
            }
        }
        return sum % 10 == text.charAt(text.length() - 1) - '0';
    }
}
