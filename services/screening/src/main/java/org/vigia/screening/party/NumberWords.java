package org.vigia.screening.party;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.screening.party.NameSplitter.Word;

/** Numbers in digits, in words and Roman, as digits. */
final class NumberWords {

    private static final Pattern ROMAN = Pattern.compile("x{0,3}(ix|iv|v?i{0,3})");
    private static final Pattern ORDINAL_END = Pattern.compile("(?<=\\d)(st|nd|rd|th)$");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final int FIRST_TENS = 20;
    private static final int MOST_ONES = 9;

    private NumberWords() {}

    /** Whether the word at a place is a number. Roman ones of one letter are so only at the end, after two other words. */
    static boolean isNumber(List<Word> words, int at, NameWords lists) {
        String text = words.get(at).text;
        if (Character.isDigit(text.charAt(0))) {
            return true;
        }
        if (words.size() == 1) {
            return false;
        }
        boolean roman =
                at > 0 && ROMAN.matcher(text).matches() && (text.length() > 1 || (at > 1 && at == words.size() - 1));
        return roman || lists.numbers.containsKey(text);
    }

    /** In digits, without what makes an ordinal of it. */
    static String digits(String text, NameWords lists) {
        Integer value = lists.numbers.get(text);
        if (value != null) {
            return value.toString();
        }
        if (Character.isDigit(text.charAt(0))) {
            String digits = ORDINAL_END.matcher(text).replaceFirst("");
            return LEADING_ZEROS.matcher(digits).replaceFirst("").toLowerCase(Locale.ROOT);
        }
        return Integer.toString(roman(text));
    }

    private static int roman(String text) {
        int total = 0;
        int greatest = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int value = switch (text.charAt(i)) {
                case 'x' -> 10;
                case 'v' -> 5;
                default -> 1;
            };
            total += value < greatest ? -value : value;
            greatest = Math.max(greatest, value);
        }
        return total;
    }

    /** Makes one number of {@code forty four}. */
    static void merge(List<Word> words, NameWords lists) {
        for (int i = 0; i + 1 < words.size(); i++) {
            Integer sum = sum(lists.numbers.get(words.get(i).text), lists.numbers.get(words.get(i + 1).text));
            if (sum != null) {
                Word merged = new Word(sum.toString(), null);
                merged.kind = TokenKind.NUMBER;
                words.set(i, merged);
                words.remove(i + 1);
            }
        }
    }

    private static @Nullable Integer sum(@Nullable Integer tens, @Nullable Integer ones) {
        if (tens == null || ones == null || tens < FIRST_TENS || ones < 1 || ones > MOST_ONES) {
            return null;
        }
        return tens + ones;
    }
}
