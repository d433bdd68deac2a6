package org.vigia.screening.party;

/** How alike two words of names are, from 0 (different words) to 1 (the same word). */
final class WordSimilarity {

    /** From here on words are the same but for how they are spelled. */
    static final double SAME = 0.85;

    /** The same but for transliteration, and what that is worth in short words, where it brings many together. */
    private static final double FOLDED = 0.96;

    private static final double FOLDED_SHORT = 0.85;

    /** Spellings and short forms of one name. */
    private static final double VARIANT = 0.95;

    /** The same consonants, where one of the two was written without vowels. */
    private static final double CONSONANTS = 0.85;

    /** Folded spellings from this length on may differ by one letter, and by two. */
    private static final int ONE_EDIT_FROM = 4;

    static final int TWO_EDITS_FROM = 7;

    private static final int SHORT = 3;

    private static final int LEAST_CONSONANTS = 3;

    private WordSimilarity() {}

    /** Edits that two words may differ by, of the shorter of which the folded length is given. */
    static int allowedEdits(int foldedLength) {
        if (foldedLength < ONE_EDIT_FROM) {
            return 0;
        }
        return foldedLength < TWO_EDITS_FROM ? 1 : 2;
    }

    static double of(NameToken a, NameToken b) {
        if (a.kind() == TokenKind.NUMBER || b.kind() == TokenKind.NUMBER) {
            return a.text().equals(b.text()) ? 1 : 0;
        }
        if (a.kind() == TokenKind.INITIAL || b.kind() == TokenKind.INITIAL) {
            return a.text().charAt(0) == b.text().charAt(0) ? 1 : 0;
        }
        if (a.logographs() != null && b.logographs() != null) {
            // Another character is another name, not a slip of the pen.
            return a.logographs().equals(b.logographs()) ? 1 : 0;
        }
        if (a.text().equals(b.text())) {
            return 1;
        }
        return Math.max(edited(a, b), related(a, b));
    }

    /** Why two words are alike that are. */
    static WordMatch.How how(NameToken a, NameToken b) {
        boolean initial = a.kind() == TokenKind.INITIAL || b.kind() == TokenKind.INITIAL;
        if (a.text().equals(b.text()) || (of(a, b) == 1 && !initial)) {
            return WordMatch.How.SAME;
        }
        if (initial) {
            return WordMatch.How.INITIAL;
        }
        if (a.folded().equals(b.folded())) {
            return WordMatch.How.SPELLING;
        }
        double related = related(a, b);
        if (related >= edited(a, b)) {
            return related == VARIANT ? WordMatch.How.VARIANT : WordMatch.How.CONSONANTS;
        }
        return WordMatch.How.EDITED;
    }

    private static double edited(NameToken a, NameToken b) {
        int shorter = Math.min(a.folded().length(), b.folded().length());
        int most = allowedEdits(shorter);
        boolean same = a.folded().equals(b.folded());
        if (a.logographs() != null || b.logographs() != null) {
            // What was read off characters by rule has no slips of the pen, and its syllables are few.
            return same && shorter > SHORT ? FOLDED : 0;
        }
        if (most == 0) {
            return same ? FOLDED_SHORT : 0;
        }
        int distance = a.folded().distance(b.folded(), most);
        if (distance > most) {
            return 0;
        }
        if (distance == 0) {
            return shorter <= SHORT ? FOLDED_SHORT : FOLDED;
        }
        return 1 - distance / (double) Math.max(a.folded().length(), b.folded().length());
    }

    private static double related(NameToken a, NameToken b) {
        for (Integer group : a.variants()) {
            if (b.variants().contains(group)) {
                return VARIANT;
            }
        }
        boolean consonants = a.unvocalised() != b.unvocalised()
                && a.folded().skeleton().length() >= LEAST_CONSONANTS
                && a.folded().skeleton().equals(b.folded().skeleton());
        return consonants ? CONSONANTS : 0;
    }
}
