package org.vigia.screening.party;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word of a name.
 *
 * @param text in lower-case ASCII
 * @param folded the same with spellings brought together that only transliteration tells apart
 * @param unvocalised whether it was written in a script that leaves vowels out
 * @param logographs as written if in Chinese characters or Hangul, else null
 * @param variants groups of spellings and short forms of one name that it stands in
 * @param weight what it weighs in the score, above 0 up to 1
 */
record NameToken(
        String text,
        FoldedWord folded,
        TokenKind kind,
        boolean unvocalised,
        @Nullable String logographs,
        List<Integer> variants,
        double weight) {}
