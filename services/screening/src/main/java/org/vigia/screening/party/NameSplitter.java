package org.vigia.screening.party;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits a name into words in lower-case ASCII, whatever script and punctuation it is written with. */
final class NameSplitter {

    /** Longer names are cut: nobody is called so, and the work must be bounded. */
    private static final int MOST_WORDS = 24;

    private static final int LONGEST_WORD = 64;

    private static final Pattern POSSESSIVE = Pattern.compile("(?<=\\p{L})['\u2019]s\\b(?!['\u2019])");
    private static final Pattern APOSTROPHES =
            Pattern.compile("['`\u2018\u2019\u02bb\u02bc\u02bf\u02be\u00b4\u02b9\u02ba]");
    private static final Pattern SLASHED = Pattern.compile("\\b(\\p{L})/(\\p{L})\\b");
    private static final Pattern DOTTED = Pattern.compile("(?<!\\p{L})\\p{L}(?:\\.\\s?\\p{L})+(?!\\p{L})\\.?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern DIGIT_FOR_LETTER = Pattern.compile("\\p{L}+\\d\\p{L}*|\\d\\p{L}{3,}");
    private static final Pattern ORDINAL = Pattern.compile("\\d+(st|nd|rd|th)");

    /** The letters that digits stand for in their order. */
    private static final String DIGITS = "0134579";

    private static final String LETTERS = "oieastg";

    private NameSplitter() {}

    /** A word on its way to become a token; without a kind it counts only as part of a join. */
    static final class Word {
        final String text;
        final Romanisation.@Nullable Word written;

        @Nullable
        TokenKind kind;

        Word(String text, Romanisation.@Nullable Word written) {
            this.text = text;
            this.written = written;
        }
    }

    static List<Word> split(String name, NameSchema schema) {
        String text = Normalizer.normalize(name, Form.NFKC);
        text = APOSTROPHES.matcher(POSSESSIVE.matcher(text).replaceAll("")).replaceAll("");
        text = schema == NameSchema.PERSON ? givenNameFirst(text) : abbreviationsTogether(text);
        text = SLASHED.matcher(text).replaceAll("$1$2").strip();
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find() && words.size() < MOST_WORDS) {
            String word = matcher.group();
            boolean alone = schema == NameSchema.PERSON && word.length() == text.length();
            for (Romanisation.Word written : Romanisation.words(word, alone)) {
                add(words, written, schema);
            }
        }
        return schema == NameSchema.PERSON ? ArabicParts.joined(words) : words;
    }

    /** {@code PUTIN, Vladimir} is {@code Vladimir PUTIN}. */
    private static String givenNameFirst(String text) {
        int comma = text.indexOf(',');
        return comma > 0 && comma == text.lastIndexOf(',')
                ? text.substring(comma + 1) + " " + text.substring(0, comma)
                : text;
    }

    /** {@code S.A. de C.V.} is {@code SA de CV}, {@code AT&T} is {@code AT and T}. */
    private static String abbreviationsTogether(String text) {
        return DOTTED.matcher(text.replace("&", " and ").replace("+", " and "))
                .replaceAll(match -> Matcher.quoteReplacement(match.group().replaceAll("[.\\s]", "") + " "));
    }

    private static void add(List<Word> words, Romanisation.Word written, NameSchema schema) {
        String latin = written.latin();
        if (latin.length() > LONGEST_WORD) {
            latin = latin.substring(0, LONGEST_WORD);
        }
        if (hasDigit(latin)
                && DIGIT_FOR_LETTER.matcher(latin).matches()
                && !ORDINAL.matcher(latin).matches()) {
            latin = withoutDigits(latin);
        }
        if (schema == NameSchema.PERSON && written.logographs() == null) {
            List<String> parts = ArabicParts.of(latin);
            if (parts.size() > 1 || !parts.getFirst().equals(latin)) {
                parts.forEach(part -> words.add(new Word(part, null)));
                return;
            }
        }
        words.add(new Word(latin, written));
    }

    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** {@code Sech1n} is {@code Sechin}. */
    private static String withoutDigits(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            int digit = DIGITS.indexOf(word.charAt(i));
            letters.append(digit < 0 ? word.charAt(i) : LETTERS.charAt(digit));
        }
        return letters.toString();
    }
}
