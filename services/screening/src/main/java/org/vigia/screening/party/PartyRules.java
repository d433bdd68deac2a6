package org.vigia.screening.party;

import java.util.Set;

/**
 * How likeness to a listed party is judged; docs/parties.md gives the meaning.
 *
 * @param threshold least score that is reported, above 0 to 1
 * @param weakAlias what is left of the score of a name that the list itself calls weak, above 0 to 1
 * @param placeStep how much the score rises or falls for each step of evidence by address or country, 0 to 0.1
 * @param high least score of severity HIGH; from the threshold up to halfway it is LOW, from there MEDIUM
 * @param drugProgrammes programmes against traffickers, which make an alert one step more severe
 */
public record PartyRules(
        double threshold, double weakAlias, double placeStep, double high, Set<String> drugProgrammes) {

    /** @throws IllegalArgumentException if a value is out of its range */
    public PartyRules {
        drugProgrammes = Set.copyOf(drugProgrammes);
        require(threshold > 0 && threshold <= 1, "threshold must be above 0 to 1");
        require(weakAlias > 0 && weakAlias <= 1, "weakAlias must be above 0 to 1");
        require(placeStep >= 0 && placeStep <= 0.1, "placeStep must be 0 to 0.1");
        require(high >= threshold && high <= 1, "high must be from the threshold to 1");
    }

    /** The published rules. */
    public static PartyRules published() {
        return new PartyRules(0.75, 0.85, 0.03, 0.95, Set.of("SDNTK", "SDNT", "ILLICIT-DRUGS-EO14059"));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException("Party rules: " + message);
        }
    }
}
