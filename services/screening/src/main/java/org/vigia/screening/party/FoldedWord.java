package org.vigia.screening.party;

/**
 * A word in folded spelling, ready to be compared: how many letters must be put in, left out, replaced or swapped with
 * their neighbour to make another of it (optimal string alignment), computed with one machine word a letter after Hyyrö,
 * "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances" (2003).
 */
final class FoldedWord {

    private static final int SYMBOLS = 64;

    /** Longer words are compared by equality only. */
    private static final int LONGEST = 64;

    private final String text;
    private final String skeleton;
    private final byte[] codes;
    private final long[] masks = new long[SYMBOLS];
    private final long letters;

    FoldedWord(String text) {
        this.text = text;
        this.skeleton = Spelling.skeleton(text);
        this.codes = new byte[text.length()];
        long seen = 0;
        for (int i = 0; i < codes.length; i++) {
            codes[i] = code(text.charAt(i));
            seen |= 1L << codes[i];
            if (i < LONGEST) {
                masks[codes[i]] |= 1L << i;
            }
        }
        letters = seen;
    }

    private static byte code(char c) {
        if (c >= 'a' && c <= 'z') {
            return (byte) (c - 'a');
        }
        if (c >= '0' && c <= '9') {
            return (byte) (26 + c - '0');
        }
        // Letters of scripts without a transliteration share what is left; that two of them look alike then does no
        // harm.
        return (byte) (c == 'S' ? 36 : c == 'C' ? 37 : 38 + c % 26);
    }

    int length() {
        return codes.length;
    }

    /** A number for the letter at a place. */
    byte code(int at) {
        return codes[at];
    }

    /** Its consonants. */
    String skeleton() {
        return skeleton;
    }

    /**
     * Edits between this and another word, or a number greater than {@code most} if there are more than that.
     *
     * @param most 1 or 2
     */
    int distance(FoldedWord other, int most) {
        int difference = codes.length - other.codes.length;
        if (difference > most
                || -difference > most
                || Long.bitCount(letters ^ other.letters) > 2 * most
                || codes.length > LONGEST
                || other.codes.length > LONGEST) {
            return text.equals(other.text) ? 0 : most + 1;
        }
        return alignment(other.codes);
    }

    private int alignment(byte[] other) {
        long last = 1L << (codes.length - 1);
        long up = -1;
        long down = 0;
        long diagonal = 0;
        long before = 0;
        int distance = codes.length;
        for (byte code : other) {
            long same = masks[code];
            long swapped = ((~diagonal & same) << 1) & before;
            diagonal = (((same & up) + up) ^ up) | same | down | swapped;
            long right = down | ~(diagonal | up);
            long left = diagonal & up;
            if ((right & last) != 0) {
                distance++;
            }
            if ((left & last) != 0) {
                distance--;
            }
            right = (right << 1) | 1;
            left <<= 1;
            up = left | ~(diagonal | right);
            down = right & diagonal;
            before = same;
        }
        return distance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FoldedWord word && text.equals(word.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
