package org.vigia.screening.party;

/**
 * The most that the score of a name can be, given how much of it can agree with the query at most. With S the weight that
 * agrees times how alike it is, M the weight that agrees, and m the weight of the lighter name, the score is at most (S/M)^difference ×
 * contradiction^(m - M) × omission(S), where S ≤ M ≤ m. It grows with S, and is convex in log M, so it is greatest at M = S or
 * at M = m.
 */
final class ScoreBound {

    private final NameScorer scorer;
    private final PartyName query;
    private final double initials;
    private final double threshold;

    ScoreBound(NameScorer scorer, PartyName query, double threshold) {
        this.scorer = scorer;
        this.query = query;
        this.initials = query.initials();
        this.threshold = threshold - NameScorer.ROUNDING;
    }

    /**
     * Whether the score may reach the threshold.
     *
     * @param similar what the words that are no initials can be alike at most
     * @param weight of the other name
     * @param otherInitials weight of its initials
     */
    boolean mayReach(double similar, double weight, double otherInitials) {
        double lighter = Math.min(query.weight(), weight);
        double most = Math.min(lighter, similar + initials + otherInitials + NameScorer.ROUNDING);
        if (most <= 0) {
            return threshold <= 0;
        }
        double omission = scorer.omission(query.schema(), Math.abs(query.weight() - weight), most);
        if (omission < threshold) {
            return false;
        }
        return scorer.likeness(most / lighter) * omission >= threshold
                || scorer.disagreement(lighter - most, most) * omission >= threshold;
    }
}
