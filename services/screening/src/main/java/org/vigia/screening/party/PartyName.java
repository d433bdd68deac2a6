package org.vigia.screening.party;

import java.util.List;
import java.util.Set;

/**
 * A name as it is compared.
 *
 * @param original as written
 * @param tokens its words that count, in order; empty only if nothing of it is a letter or digit
 * @param joins neighbouring words written together, articles and particles included
 * @param forms families of its legal forms
 * @param acronym first letters of its words, empty if there are fewer than three
 * @param weight sum of the weights of its words
 */
record PartyName(
        String original,
        NameSchema schema,
        List<NameToken> tokens,
        List<Join> joins,
        Set<String> forms,
        String acronym,
        double weight) {

    /**
     * Neighbouring words as one.
     *
     * @param folded folded spelling of all of them written together
     * @param first index of the first of the tokens among them
     * @param count number of the tokens among them, at least 1
     */
    record Join(String folded, int first, int count) {}

    /** Weight of its initials. */
    double initials() {
        double sum = 0;
        for (NameToken token : tokens) {
            sum += token.kind() == TokenKind.INITIAL ? token.weight() : 0;
        }
        return sum;
    }
}
