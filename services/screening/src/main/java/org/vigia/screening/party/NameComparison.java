package org.vigia.screening.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The score of two names with what it rests on.
 *
 * @param score from 0 to 1; docs/parties.md says what it means
 * @param matches words that go together
 * @param onlyFirst words that only the first name has, in order
 * @param onlySecond words that only the second name has, in order
 * @param acronym whether one name is the first letters of the other's words
 * @param otherForm whether their legal forms are of different families
 */
public record NameComparison(
        double score,
        List<WordMatch> matches,
        List<String> onlyFirst,
        List<String> onlySecond,
        boolean acronym,
        boolean otherForm) {

    public NameComparison {
        matches = List.copyOf(matches);
        onlyFirst = List.copyOf(onlyFirst);
        onlySecond = List.copyOf(onlySecond);
    }

    /** The reasons on one line, for example {@code putin = putin; vladimir ~ wladimir (a known variant ...); only listed: v}. */
    public String reason() {
        List<String> reasons = new ArrayList<>();
        if (acronym) {
            reasons.add("the first letters of the other's words");
        }
        for (WordMatch match : matches) {
            reasons.add(
                    match.how() == WordMatch.How.SAME
                            ? match.word() + " = " + match.other()
                            : String.format(
                                    Locale.ROOT,
                                    "%s ~ %s (%s, %.2f)",
                                    match.word(),
                                    match.other(),
                                    match.how().english(),
                                    match.similarity()));
        }
        if (!onlyFirst.isEmpty()) {
            reasons.add("only in the first: " + String.join(" ", onlyFirst));
        }
        if (!onlySecond.isEmpty()) {
            reasons.add("only in the second: " + String.join(" ", onlySecond));
        }
        if (otherForm) {
            reasons.add("different legal forms");
        }
        return reasons.isEmpty() ? "no word in common" : String.join("; ", reasons);
    }
}
