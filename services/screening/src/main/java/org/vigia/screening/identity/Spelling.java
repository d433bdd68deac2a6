package org.vigia.screening.identity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Spellings in which names of several languages, or names read badly from a print, become the same.
 *
 * <p>{@link #folded} is what English, Spanish, French and Portuguese nomenclature share: they take the same Greek and
 * Latin parts and differ in {@code ph/f}, {@code th/t}, {@code y/i}, {@code ch/c}, {@code k/c/qu}, {@code z/c/s}, silent
 * {@code h}, doubled letters and the last vowel. Both <i>phenylacetone</i> and <i>fenilacetona</i> give {@code
 * fenilaseton}. {@link #printed} joins what scanners take for one another.
 */
final class Spelling {

    private static final Map<String, String> TRANSLATIONS = new HashMap<>();

    static {
        Vocabulary.translations().forEach(words -> {
            for (String word : words) {
                TRANSLATIONS.put(word, fold(words.getFirst()));
            }
        });
    }

    private Spelling() {}

    /** The shared spelling of a word; digits and Chinese stay as they are. */
    static String folded(String word) {
        String translated = TRANSLATIONS.get(word);
        return translated == null ? fold(word) : translated;
    }

    private static String fold(String word) {
        char first = word.charAt(0);
        if (first < 'a' || first > 'z' || word.length() == 1) {
            return word;
        }
        StringBuilder out = new StringBuilder(word.length());
        String text = word.endsWith("ique") ? word.substring(0, word.length() - 3) + "c" : word;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            switch (c) {
                case 'h' -> {}
                case 'y', 'j' -> append(out, 'i');
                case 'z' -> append(out, 's');
                case 'w' -> append(out, 'v');
                case 'p' -> {
                    if (next == 'h') {
                        append(out, 'f');
                    } else if (!(next == 's' && text.startsWith("pseud", i))) {
                        append(out, 'p');
                    }
                }
                case 'c' -> append(out, isFront(next) ? 's' : 'c');
                case 'k' -> append(out, isFront(next) ? 's' : 'c');
                case 'q' -> {
                    char afterU = i + 2 < text.length() ? text.charAt(i + 2) : ' ';
                    boolean silent = next == 'u' && isFront(afterU);
                    append(out, silent ? 's' : 'c');
                    i += silent ? 1 : 0;
                }
                case 'a', 'o' -> {
                    append(out, c);
                    if (next == 'e' && i + 2 < text.length() && "aeiou".indexOf(text.charAt(i + 2)) < 0) {
                        out.setCharAt(out.length() - 1, 'e');
                        i++;
                    }
                }
                default -> append(out, c);
            }
        }
        int end = out.length();
        while (end > 3 && "aeo".indexOf(out.charAt(end - 1)) >= 0) {
            end--;
        }
        out.setLength(end);
        return out.toString();
    }

    private static void append(StringBuilder out, char c) {
        if (out.isEmpty() || out.charAt(out.length() - 1) != c) {
            out.append(c);
        }
    }

    private static boolean isFront(char c) {
        return c == 'e' || c == 'i' || c == 'y';
    }

    /** One spelling for what is printed alike: {@code 0 o}, {@code 1 i l}, {@code 5 s}, {@code 8 b}, {@code rn m}. */
    static String printed(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            switch (c) {
                case '0' -> out.append('o');
                case '1', 'i' -> out.append('l');
                case '5' -> out.append('s');
                case '8' -> out.append('b');
                case 'n' -> {
                    if (!out.isEmpty() && out.charAt(out.length() - 1) == 'r') {
                        out.setCharAt(out.length() - 1, 'm');
                    } else {
                        out.append(c);
                    }
                }
                case 'v' -> {
                    if (!out.isEmpty() && out.charAt(out.length() - 1) == 'v') {
                        out.setCharAt(out.length() - 1, 'w');
                    } else {
                        out.append(c);
                    }
                }
                default -> out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
