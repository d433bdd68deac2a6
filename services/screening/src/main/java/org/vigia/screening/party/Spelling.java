package org.vigia.screening.party;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings spellings together that differ only by how a name was transliterated or heard: {@code Yevgeny} and {@code
 * Evgeni}, {@code Osama} and {@code Usama}, {@code Khodorkovskiy} and {@code Hodorkovskij}. Each rule is a convention of
 * a romanisation in use (BGN/PCGN, ISO 9, ICAO 9303 for passports, Wade-Giles, German and French practice).
 */
final class Spelling {

    private record Rule(String from, String to) {}

    private static final int LETTERS = 26;

    /**
     * By the letter that they begin with. The first that fits at a place holds, so longer ones come first. Upper case stands
     * for one sound.
     */
    private static final List<List<Rule>> RULES = rules(
            "shch S", "sch S", "tsch C", "tch C", "dzh j", "zh j", "dj j", "ch C", "sh S", "kh h", "gh g", "dh d",
            "th t", "bh b", "ph f", "ck k", "cz C", "tz z", "ts z", "iya a", "ija a", "qu k", "q k", "w v", "iy i",
            "yy i", "ij i", "yj i", "ey i", "ei i", "ie i", "ee i", "oo u", "ou u", "aa a", "ya a", "ia a", "ja a",
            "y i", "e i", "o u");

    private Spelling() {}

    /** The folded spelling of a word in lower-case ASCII; digits stay. Never empty unless the word is. */
    static String fold(String written) {
        if (written.length() < 2 || !Character.isLetter(written.charAt(0))) {
            return written;
        }
        String word = withoutDoubledConsonants(written);
        StringBuilder folded = new StringBuilder(word.length());
        int at = word.startsWith("ye") ? 1 : 0;
        while (at < word.length()) {
            Rule rule = ruleAt(word, at);
            String sound = rule == null ? sound(word, at) : rule.to;
            append(folded, sound);
            at += rule == null ? 1 : rule.from.length();
        }
        int last = folded.length() - 1;
        if (last > 1 && folded.charAt(last) == 'h' && isVowel(folded.charAt(last - 1))) {
            folded.setLength(last);
        }
        return folded.toString();
    }

    private static String withoutDoubledConsonants(String word) {
        StringBuilder single = null;
        for (int i = 1; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean doubled = c == word.charAt(i - 1) && Character.isLetter(c) && !isVowel(c);
            if (doubled && single == null) {
                single = new StringBuilder(word.length()).append(word, 0, i);
            } else if (!doubled && single != null) {
                single.append(c);
            }
        }
        return single == null ? word : single.toString();
    }

    private static @Nullable Rule ruleAt(String word, int at) {
        int letter = word.charAt(at) - 'a';
        if (letter >= 0 && letter < LETTERS) {
            for (Rule rule : RULES.get(letter)) {
                if (word.startsWith(rule.from, at)) {
                    return rule;
                }
            }
        }
        return null;
    }

    private static String sound(String word, int at) {
        char c = word.charAt(at);
        char next = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
        return switch (c) {
            case 'c' -> next == 'e' || next == 'i' || next == 'y' ? "s" : "k";
            case 'x' -> at == 0 ? "s" : "ks";
            case 'j' -> at > 0 && !isVowel(next) ? "i" : "j";
            default -> String.valueOf(c);
        };
    }

    /** Twice the same letter is once. */
    private static void append(StringBuilder folded, String sound) {
        for (int i = 0; i < sound.length(); i++) {
            char c = sound.charAt(i);
            if (folded.isEmpty() || folded.charAt(folded.length() - 1) != c || Character.isDigit(c)) {
                folded.append(c);
            }
        }
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
    }

    /**
     * What scripts without vowels write of a name: its consonants, that it begins with a vowel, and an {@code i} at its end.
     * {@code w} and {@code y} may stand for vowels there.
     */
    static String skeleton(String folded) {
        StringBuilder consonants = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (i == 0 && isVowel(c)) {
                consonants.append('a');
            } else if (c == 'i' && i == folded.length() - 1) {
                consonants.append('i');
            } else if (!isVowel(c) && c != 'v' && !(c == 'h' && i == folded.length() - 1)) {
                append(consonants, String.valueOf(c));
            }
        }
        return consonants.toString();
    }

    private static List<List<Rule>> rules(String... rules) {
        List<Rule> all = Arrays.stream(rules)
                .map(rule -> new Rule(rule.substring(0, rule.indexOf(' ')), rule.substring(rule.indexOf(' ') + 1)))
                .toList();
        return IntStream.range(0, LETTERS)
                .mapToObj(letter -> all.stream()
                        .filter(rule -> rule.from.charAt(0) - 'a' == letter)
                        .toList())
                .toList();
    }
}
