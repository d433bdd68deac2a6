package org.vigia.screening.party;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words of any script in lower-case ASCII, by the transliterations of Unicode CLDR in ICU4J. Chinese and Korean names are
 * written without blanks; a run of two to four characters is read as family name and given name, the way it is written in
 * Latin letters.
 */
final class Romanisation {

    /**
     * A word as written and in ASCII.
     *
     * @param logographs as written if in Chinese characters or Hangul, else null
     * @param unvocalised whether its script leaves vowels out
     */
    record Word(String latin, @Nullable String logographs, boolean unvocalised) {}

    private static final int LONGEST_PERSONAL_RUN = 4;

    /** Chinese family names of two characters. */
    private static final Set<String> DOUBLE_SURNAMES =
            Set.of("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "东方", "東方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯");

    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");
    private static final String VOWEL_CARRIERS = "عاأإآ";
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    private Romanisation() {}

    /**
     * The words that one word of a name becomes.
     *
     * @param alone whether it is the whole name, so that family name and given name may be written together
     */
    static List<Word> words(String word, boolean alone) {
        if (isAscii(word)) {
            return List.of(new Word(word.toLowerCase(Locale.ROOT), null, false));
        }
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        return switch (script) {
            case HAN -> runs(SIMPLIFIED.transliterate(word), alone);
            case HANGUL -> runs(word, alone);
            case ARABIC -> arabic(word);
            case HEBREW -> plain(word, true);
            default -> plain(word, false);
        };
    }

    private static List<Word> plain(String word, boolean unvocalised) {
        String latin = latin(word);
        return latin.isEmpty() ? List.of() : List.of(new Word(latin, null, unvocalised));
    }

    /** The article is written together with the word; a vowel at the start has a letter, though not one that tells which. */
    private static List<Word> arabic(String word) {
        if (word.startsWith("ال") && word.length() > 4) {
            List<Word> words = new ArrayList<>();
            words.add(new Word("al", null, false));
            words.addAll(plain(word.substring(2), true));
            return words;
        }
        if (VOWEL_CARRIERS.indexOf(word.charAt(0)) >= 0) {
            String latin = latin(word);
            return List.of(new Word(latin.startsWith("a") ? latin : "a" + latin, null, true));
        }
        return plain(word, true);
    }

    private static List<Word> runs(String text, boolean alone) {
        int length = text.length();
        if (length <= LONGEST_PERSONAL_RUN && isOneScript(text)) {
            if (length == 1 || !alone) {
                return List.of(logographs(text));
            }
            int family = length > 2 && DOUBLE_SURNAMES.contains(text.substring(0, 2)) ? 2 : 1;
            return List.of(logographs(text.substring(0, family)), logographs(text.substring(family)));
        }
        List<Word> words = new ArrayList<>();
        text.codePoints().forEach(c -> {
            Word word = logographs(Character.toString(c));
            if (!word.latin.isEmpty()) {
                words.add(word);
            }
        });
        return words;
    }

    private static boolean isOneScript(String text) {
        UnicodeScript first = UnicodeScript.of(text.codePointAt(0));
        return text.codePoints().allMatch(c -> UnicodeScript.of(c) == first);
    }

    private static Word logographs(String text) {
        String latin = latin(text);
        boolean hangul = UnicodeScript.of(text.codePointAt(0)) == UnicodeScript.HANGUL;
        return new Word(hangul ? latin.replace("eo", "o").replace("eu", "u") : latin, text, false);
    }

    /** One word, whatever blanks and marks the transliteration puts in. Letters that it does not know stay as they are. */
    private static String latin(String text) {
        String latin = LATIN.transliterate(text);
        StringBuilder letters = new StringBuilder(latin.length());
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            if (Character.isLetterOrDigit(c) && Character.getType(c) != Character.MODIFIER_LETTER) {
                letters.append(Character.toLowerCase(c));
            }
        }
        return letters.toString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
