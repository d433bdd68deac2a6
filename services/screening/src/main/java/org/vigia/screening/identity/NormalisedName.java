package org.vigia.screening.identity;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name in the spelling that names are compared in. Two names are the same if their normalised spellings are equal;
 * nothing here is fuzzy. In this order:
 *
 * <ol>
 *   <li>primes and apostrophes of every kind become {@code '}, a double prime two of them;
 *   <li>Unicode NFKC: full-width, superscript and ligature forms become plain ones, a non-breaking blank a blank;
 *   <li>case is folded ({@code ß} is {@code ss});
 *   <li>diacritics are stripped, and {@code đ ł ø ı} lose their stroke or gain their dot;
 *   <li>invisible characters (soft hyphen, zero-width blank) vanish;
 *   <li>a run of blanks, hyphens and dashes of every kind becomes one blank, none at either end: {@code 4-AP}, {@code
 *       4–AP} and {@code 4 ap} are one name.
 * </ol>
 *
 * Letters of other scripts, digits, commas, brackets and dots are kept: they distinguish substances.
 *
 * @param value the normalised spelling, empty for a text without letters or digits to keep
 */
public record NormalisedName(String value) implements Comparable<NormalisedName> {

    private static final Pattern PRIME = Pattern.compile("[\u2032\u2019\u2018\u02b9\u02bc\u00b4`\u2035]");
    private static final Pattern DOUBLE_PRIME = Pattern.compile("[\u2033\u201c\u201d\u02ba\"\u2036]");
    private static final Pattern MARK = Pattern.compile("\\p{Mn}+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}\\p{Pd}\u2212\\p{Cc}]+");

    /** Normalises; a name that is normalised already stays as it is. */
    public NormalisedName {
        value = normalise(value);
    }

    /** Number of letters, which tells a name from an abbreviation. */
    public int letters() {
        return (int) value.codePoints().filter(Character::isLetter).count();
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    private static String normalise(String name) {
        return isAscii(name) ? normaliseAscii(name) : normaliseUnicode(name);
    }

    private static String normaliseUnicode(String name) {
        // Before NFKC, which makes a blank and an accent of some primes, and after, because it makes primes of others.
        String text = primes(Normalizer.normalize(primes(name), Form.NFKC));
        text = fold(text);
        text = MARK.matcher(Normalizer.normalize(text, Form.NFD)).replaceAll("");
        text = fold(Normalizer.normalize(text, Form.NFKC));
        text = text.replace('\u0111', 'd')
                .replace('\u0142', 'l')
                .replace('\u00f8', 'o')
                .replace('\u0131', 'i');
        text = INVISIBLE.matcher(text).replaceAll("");
        return GAP.matcher(text).replaceAll(" ").strip();
    }

    private static String primes(String text) {
        return DOUBLE_PRIME.matcher(PRIME.matcher(text).replaceAll("'")).replaceAll("''");
    }

    /** Upper case first, because some letters have one capital and several small forms. */
    private static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** What the general way amounts to for ASCII; most of the world's cargo is declared in it. */
    private static String normaliseAscii(String name) {
        StringBuilder text = new StringBuilder(name.length());
        boolean gap = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c == '-' || c == 127) {
                gap = true;
                continue;
            }
            if (gap && !text.isEmpty()) {
                text.append(' ');
            }
            gap = false;
            switch (c) {
                case '"' -> text.append("''");
                case '`' -> text.append('\'');
                default -> text.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
            }
        }
        return text.toString();
    }

    @Override
    public int compareTo(NormalisedName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
