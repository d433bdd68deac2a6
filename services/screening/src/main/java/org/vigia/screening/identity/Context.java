package org.vigia.screening.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigia.screening.identity.Vocabulary.Kind;

/**
 * What stands around a name in a text and may change what it says: {@code acetone cyanohydrin} is not acetone, {@code
 * other than ephedrine} is not ephedrine, {@code ephedrine hydrochloride} is a salt of it.
 */
final class Context {

    /** How a name is meant. */
    enum Verdict {
        /** The goods are it. */
        MEANT,
        /** The goods are made of it or carry its name with a change. */
        CHANGED,
        /** The goods are said not to be it. */
        DENIED
    }

    /** A negation reaches over this many words. */
    private static final int REACH = 6;

    /** Words such as "not" or "without" reach over a word at most. */
    private static final int NEAR = 2;

    private static final Set<String> EXCEPTIONS = Set.of(
            "other",
            "otherwise",
            "excluding",
            "excl",
            "except",
            "excepto",
            "exceptuando",
            "salvo",
            "distinto",
            "distintos",
            "distinta",
            "distintas",
            "sauf",
            "hormis",
            "exceto",
            "autres");

    private static final Set<String> OF = Set.of("of", "de", "des", "do", "del");

    private static final Set<String> SALT = Set.of("salt", "sal", "sel");

    private static final Set<String> CLASSES_BEHIND =
            Set.of("ester", "lactone", "anhydride", "amide", "oxime", "nitrile", "hydrazide", "acetal");

    private Context() {}

    /** @param namesSalts whether a salt of the substance counts as the substance */
    static Verdict of(Words text, int from, int to, boolean namesSalts) {
        if (isDenied(text, from, to)) {
            return Verdict.DENIED;
        }
        return changesBefore(text, from) || changesAfter(text, to, namesSalts) ? Verdict.CHANGED : Verdict.MEANT;
    }

    private static boolean isDenied(Words text, int from, int to) {
        String next = text.after(to);
        if ("free".equals(next) || "substitute".equals(next)) {
            return true;
        }
        for (int i = from - 1; i >= Math.max(0, from - REACH); i--) {
            if (text.get(i + 1).afterBreak() && !goesOn(text.between(i + 1))) {
                return false;
            }
            if (Vocabulary.kind(text.get(i)) == Kind.NEGATION
                    && (from - i <= NEAR || EXCEPTIONS.contains(text.text(i)))) {
                return true;
            }
        }
        return false;
    }

    /** Commas and brackets do not end "other than a, b (c) or d". */
    private static boolean goesOn(String signs) {
        return signs.chars().noneMatch(c -> c == ';' || c == ':' || c == '\n' || c == '|');
    }

    private static boolean changesBefore(Words text, int from) {
        int i = from;
        // Positions stand between a substituent and what it substitutes.
        while (i > 0 && !text.get(i).afterBreak() && isPosition(text.text(i - 1))) {
            i--;
        }
        String before = text.before(i);
        if (before != null && OF.contains(before) && i > 1) {
            // "copolymer of styrene"
            String made = text.before(i - 1);
            return made != null && Vocabulary.kind(made) == Kind.MODIFIER;
        }
        return before != null && Vocabulary.kind(before) != Kind.SALT && Vocabulary.changesName(before);
    }

    private static boolean changesAfter(Words text, int to, boolean namesSalts) {
        int i = to;
        @Nullable String next = text.after(i);
        while (next != null && isPosition(next)) {
            next = text.after(++i);
        }
        if (next == null) {
            return i < text.size() && isClassAfterComma(text, i, namesSalts);
        }
        if (Vocabulary.kind(next) == Kind.SALT) {
            return !namesSalts && !isMaker(next);
        }
        return Vocabulary.changesName(next);
    }

    /** {@code acid, ethyl ester}: the ester, or another class, is named behind a comma. */
    private static boolean isClassAfterComma(Words text, int at, boolean namesSalts) {
        int end = text.phraseEnd(at);
        for (int i = at; i < Math.min(end, at + 3); i++) {
            if (CLASSES_BEHIND.contains(text.text(i)) || (!namesSalts && SALT.contains(text.text(i)))) {
                return true;
            }
        }
        return false;
    }

    /** Words of the vocabulary of salts that beside a substance without salts say nothing. */
    private static boolean isMaker(String word) {
        return word.equals("hydrogen") || word.equals("di") || word.equals("mono");
    }

    private static boolean isPosition(String word) {
        return Character.isDigit(word.charAt(0)) || word.length() == 1;
    }
}
