package org.vigia.screening.party;

import java.util.Collections;

/**
 * How alike two names are, from 0 to 1. docs/parties.md says what the score means:
 *
 * <pre>score = similarity of what agrees ^ difference × contradiction ^ (weight of what disagrees) / (1 + omission × weight that only
 * one has / (weight of what agrees)²)</pre>
 *
 * It is symmetric, depends on the two names only, and not on what else a list holds.
 */
public final class NameScorer {

    /** What a name that is the first letters of the other is worth. */
    private static final double ACRONYM = 0.8;

    /** Sums of weights in another order differ by less. */
    static final double ROUNDING = 1e-9;

    private final ScoringRules rules;
    private final NameParser parser;

    public NameScorer(ScoringRules rules) {
        this.rules = rules;
        this.parser = new NameParser(rules);
    }

    /** The score of two names of the same kind of thing. */
    public double score(String name, String other, NameSchema schema) {
        return score(parser.parse(name, schema), parser.parse(other, schema));
    }

    /** The score of two names of the same kind of thing, and what it rests on. */
    public NameComparison compare(String name, String other, NameSchema schema) {
        return compare(parser.parse(name, schema), parser.parse(other, schema));
    }

    PartyName parse(String name, NameSchema schema) {
        return parser.parse(name, schema);
    }

    NameComparison compare(PartyName a, PartyName b) {
        Alignment alignment = new Alignment(a, b);
        double score = score(a, b, alignment);
        return new NameComparison(
                score,
                alignment.matches(),
                alignment.onlyA(),
                alignment.onlyB(),
                alignment.similar == 0 && score > 0,
                formsDiffer(a, b));
    }

    double score(PartyName a, PartyName b) {
        return score(a, b, new Alignment(a, b));
    }

    private double score(PartyName a, PartyName b, Alignment alignment) {
        if (a.tokens().isEmpty() || b.tokens().isEmpty()) {
            return 0;
        }
        if (alignment.similar == 0) {
            return isAcronym(a, b) || isAcronym(b, a) ? ACRONYM : 0;
        }
        double both = Math.min(alignment.weightA, alignment.weightB);
        double score = likeness(alignment.similar / alignment.matched)
                * disagreement(both - alignment.matched, alignment.similar)
                * omission(a.schema(), Math.abs(alignment.weightA - alignment.weightB), alignment.similar);
        return formsDiffer(a, b) ? score * rules.otherForm() : score;
    }

    double likeness(double similarity) {
        return Math.pow(similarity, rules.difference());
    }

    double disagreement(double weight, double similar) {
        return weight <= ROUNDING ? 1 : Math.pow(rules.contradiction(), weight * (1 + rules.scarcity() / similar));
    }

    double omission(NameSchema schema, double weight, double similar) {
        double factor = schema == NameSchema.PERSON ? rules.personOmission() : rules.organisationOmission();
        return weight <= ROUNDING ? 1 : 1 / (1 + factor * weight / (similar * similar));
    }

    private static boolean formsDiffer(PartyName a, PartyName b) {
        return !a.forms().isEmpty() && !b.forms().isEmpty() && Collections.disjoint(a.forms(), b.forms());
    }

    private static boolean isAcronym(PartyName shorter, PartyName longer) {
        return shorter.tokens().size() == 1
                && !longer.acronym().isEmpty()
                && shorter.tokens().getFirst().text().equals(longer.acronym());
    }
}
