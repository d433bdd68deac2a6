package org.vigia.screening.identity;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text as words: runs of letters, runs of digits, single Chinese characters, and Greek letters spelled out, all in
 * lower case and without diacritics. Signs and blanks between them only say how closely two words belong together, so
 * that {@code N-Boc-4-piperidone} and {@code n boc4 piperidone} are the same words.
 */
final class Words {

    /** A word and the part of {@link #source} that it stands for. */
    record Word(String text, int start, int end, boolean afterBreak) {

        boolean isNumber() {
            return Character.isDigit(text.charAt(0));
        }

        boolean isChinese() {
            return text.charAt(0) >= '\u3400' && Character.isIdeographic(text.charAt(0));
        }
    }

    /** Longer texts are cut: no name is that far behind. */
    static final int LONGEST_TEXT = 2_000;

    private final String source;
    private final List<Word> list = new ArrayList<>();

    private Words(String source) {
        this.source = source;
    }

    static Words of(String text) {
        String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        boolean ascii = cut.chars().allMatch(c -> c < 128);
        Words words = new Words(ascii ? cut : plain(cut));
        words.split();
        return words;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(Normalizer.normalize(text, Normalizer.Form.NFKC));
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c > 127 && (Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212' || c == '\u2043')) {
                plain.setCharAt(i, '-');
            } else if (c == '\u2032' || c == '\u2019' || c == '\u2018' || c == '\u00b4') {
                plain.setCharAt(i, '\'');
            } else if (Character.getType(c) == Character.FORMAT) {
                plain.deleteCharAt(i--);
            }
        }
        return plain.toString();
    }

    private void split() {
        int at = 0;
        int lastEnd = 0;
        while (at < source.length()) {
            int kind = kind(source.charAt(at));
            if (kind == 0) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < source.length() && kind != GREEK && kind != CHINESE && kind(source.charAt(end)) == kind) {
                end++;
            }
            String text = word(source.substring(at, end), kind);
            if (!text.isEmpty()) {
                boolean afterBreak = !list.isEmpty() && isBreak(lastEnd, at);
                list.add(new Word(text, at, end, afterBreak));
                lastEnd = end;
            }
            at = end;
        }
    }

    private static final int LETTER = 1;
    private static final int DIGIT = 2;
    private static final int CHINESE = 3;
    private static final int GREEK = 4;
    private static final int CYRILLIC = 5;

    private static int kind(char c) {
        if (c < 128) {
            return c >= '0' && c <= '9' ? DIGIT : (c | 32) >= 'a' && (c | 32) <= 'z' ? LETTER : 0;
        }
        if (Character.isIdeographic(c)) {
            return CHINESE;
        }
        if (!Character.isLetter(c)) {
            return Character.isDigit(c) ? DIGIT : Character.getType(c) == Character.NON_SPACING_MARK ? LETTER : 0;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.GREEK ? GREEK : script == UnicodeScript.CYRILLIC ? CYRILLIC : LETTER;
    }

    private static String word(String run, int kind) {
        return switch (kind) {
            case GREEK -> Transliteration.greek(run);
            case CYRILLIC -> Transliteration.cyrillic(run.toLowerCase(Locale.ROOT));
            case LETTER -> new NormalisedName(run).value();
            default -> run;
        };
    }

    /** Whether what stands between two words separates names: a semicolon, a comma before a blank, a bracket after one. */
    private boolean isBreak(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = source.charAt(i);
            boolean blankAfter = i + 1 < to && source.charAt(i + 1) <= ' ';
            boolean blankBefore = i > from && source.charAt(i - 1) <= ' ';
            if (";:|\n\r\t\uff1b\uff1a\u3001\u3002=&+".indexOf(c) >= 0
                    || (",/".indexOf(c) >= 0 && blankAfter)
                    || ("-".indexOf(c) >= 0 && blankAfter && blankBefore)
                    || ("([".indexOf(c) >= 0 && blankBefore)
                    || (")]".indexOf(c) >= 0 && blankAfter)) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return list.size();
    }

    Word get(int i) {
        return list.get(i);
    }

    String text(int i) {
        return list.get(i).text();
    }

    /** The word before in the same phrase. */
    @Nullable
    String before(int i) {
        return i == 0 || list.get(i).afterBreak() ? null : text(i - 1);
    }

    /** The word at a place, if it belongs to the same phrase as the one before it. */
    @Nullable
    String after(int end) {
        return end >= size() || list.get(end).afterBreak() ? null : text(end);
    }

    /** What stands before a word, back to the one before it. */
    String between(int at) {
        return source.substring(
                at == 0 ? 0 : list.get(at - 1).end(), list.get(at).start());
    }

    /** The text as it was written from one word up to, not including, another. */
    String written(int from, int to) {
        return source.substring(list.get(from).start(), list.get(to - 1).end());
    }

    /** The same with brackets and primes that belong to the outermost words. */
    String writtenWithSigns(int from, int to) {
        int start = list.get(from).start();
        int end = list.get(to - 1).end();
        int floor = from == 0 ? 0 : list.get(from - 1).end();
        int ceiling = to == size() ? source.length() : list.get(to).start();
        while (start > floor && "([{".indexOf(source.charAt(start - 1)) >= 0) {
            start--;
        }
        while (end < ceiling && ")]}'-".indexOf(source.charAt(end)) >= 0) {
            end++;
        }
        return source.substring(start, end);
    }

    /** Where the phrase that begins at a word ends. */
    int phraseEnd(int from) {
        int end = from + 1;
        while (end < size() && !list.get(end).afterBreak()) {
            end++;
        }
        return end;
    }
}
