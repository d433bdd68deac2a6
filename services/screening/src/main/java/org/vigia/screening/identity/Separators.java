package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a declared text falls into phrases: at {@code , ; : / | ( ) [ ]}, at a line break, and at a dash between two
 * blanks. What belongs to a chemical name does not separate: the commas of {@code 3,4-MDP-2-P} and {@code
 * N,N-dimethyl}, and brackets that touch the name, as in {@code 4-((3-fluorophenyl)amino)piperidine}.
 */
final class Separators {

    /** A separator's place in the text, from {@code start} up to, not including, {@code end}. */
    record Cut(int start, int end) {}

    private Separators() {}

    static List<Cut> in(String text) {
        List<Cut> cuts = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            if (separates(text, at)) {
                cuts.add(new Cut(at, at + 1));
            }
        }
        return cuts;
    }

    private static boolean separates(String text, int at) {
        return switch (text.charAt(at)) {
            case ';', ':', '/', '|', '\n', '\r', '\uff1b', '\uff1a', '\uff0f', '\u3001' -> true;
            case ',', '\uff0c' -> !isLocantComma(text, at);
            case '(', '[', '\uff08' -> !isNamePart(before(text, at), "([{");
            case ')', ']', '\uff09' -> !isNamePart(after(text, at), "") && !Character.isLetter(after(text, at));
            default ->
                isDash(text.charAt(at))
                        && Character.isSpaceChar(before(text, at))
                        && Character.isSpaceChar(after(text, at));
        };
    }

    /** A comma between two positions in a molecule, each a digit or a lone letter: {@code 3,4-} or {@code N,N-}. */
    private static boolean isLocantComma(String text, int at) {
        char left = before(text, at);
        char right = after(text, at);
        boolean locantLeft = Character.isDigit(left)
                || left == '\''
                || (Character.isLetter(left) && (at < 2 || !Character.isLetterOrDigit(text.charAt(at - 2))));
        boolean locantRight = Character.isDigit(right)
                || (Character.isLetter(right) && at + 2 < text.length() && isLocantEnd(text.charAt(at + 2)));
        return locantLeft && locantRight;
    }

    private static boolean isLocantEnd(char c) {
        return isDash(c) || c == ',' || c == '\'' || c == '\u2032';
    }

    private static boolean isNamePart(char neighbour, String brackets) {
        return Character.isDigit(neighbour) || isDash(neighbour) || brackets.indexOf(neighbour) >= 0;
    }

    static boolean isDash(char c) {
        return c < 128 ? c == '-' : Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212';
    }

    /** The character before, or a blank at the start. */
    private static char before(String text, int at) {
        return at == 0 ? ' ' : text.charAt(at - 1);
    }

    /** The character after, or a blank at the end. */
    private static char after(String text, int at) {
        return at == text.length() - 1 ? ' ' : text.charAt(at + 1);
    }
}
