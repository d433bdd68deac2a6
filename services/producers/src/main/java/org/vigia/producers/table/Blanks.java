package org.vigia.producers.table;

/**
 * Blanks around a text. Unlike {@link String#strip}, spaces that do not break count (U+00A0, U+2007, U+202F): word
 * processors and web pages leave them in cells, where nobody sees them.
 */
public final class Blanks {

    private Blanks() {}

    /** The text without blanks around it. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
