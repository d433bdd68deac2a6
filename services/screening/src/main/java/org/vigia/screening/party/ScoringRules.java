package org.vigia.screening.party;

/**
 * The few numbers of the score; docs/parties.md says what each means and how it was chosen.
 *
 * @param difference how much spellings count that are only alike: the power to which their similarity is taken, at least 1
 * @param contradiction what is left of the score for each weight of words that both names have and that do not agree,
 *     above 0 to below 1
 * @param scarcity how much heavier a disagreement is where little agrees, at least 0
 * @param personOmission how much words count that only one of two names of persons has, at least 0
 * @param organisationOmission the same of organisations and vessels
 * @param genericWeight weight of a word that many organisations share, above 0 to 1
 * @param placeWeight weight of a country in the name of an organisation, above 0 to 1
 * @param numberWeight weight of a number, above 0 to 1
 * @param initialWeight weight of an initial, above 0 to 1
 * @param commonWeight weight of the most common names, above 0 to 1
 * @param otherForm what is left of the score if the legal forms are of different families, above 0 to 1
 */
public record ScoringRules(
        double difference,
        double contradiction,
        double scarcity,
        double personOmission,
        double organisationOmission,
        double genericWeight,
        double placeWeight,
        double numberWeight,
        double initialWeight,
        double commonWeight,
        double otherForm) {

    /** The published score. */
    public static ScoringRules published() {
        return new ScoringRules(1.5, 0.5, 0.5, 0.4, 0.8, 0.5, 0.6, 0.3, 0.2, 0.8, 0.95);
    }
}
