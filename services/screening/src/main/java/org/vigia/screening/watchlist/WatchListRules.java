package org.vigia.screening.watchlist;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Severity;

/**
 * How a match with a watch list is judged.
 *
 * @param casSeverity severity of a match by CAS number, LOW to CRITICAL
 * @param nameSeverity severity of a match by name alone, LOW to {@code casSeverity}
 * @param unverifiedMarks words in an entry's confidence that say its official text was not seen, in any case; such an
 *     entry makes the alert one step less severe
 * @param phraseLetters a listed name of fewer letters must be the whole declared text, 1 to 20
 * @param identityConfidence goods whose identity is less sure than this are not matched by it, 0.5 to 1
 */
public record WatchListRules(
        Severity casSeverity,
        Severity nameSeverity,
        List<String> unverifiedMarks,
        int phraseLetters,
        double identityConfidence) {

    /** @throws IllegalArgumentException if a value is out of its range */
    public WatchListRules {
        unverifiedMarks = unverifiedMarks.stream()
                .map(mark -> mark.strip().toLowerCase(Locale.ROOT))
                .toList();
        require(casSeverity.compareTo(Severity.LOW) >= 0, "casSeverity must be LOW, MEDIUM, HIGH or CRITICAL");
        require(nameSeverity.compareTo(Severity.LOW) >= 0, "nameSeverity must be LOW, MEDIUM, HIGH or CRITICAL");
        require(nameSeverity.compareTo(casSeverity) <= 0, "nameSeverity must not exceed casSeverity");
        require(
                !unverifiedMarks.contains(""),
                "unverifiedMarks must not hold an empty word, which every text contains");
        require(phraseLetters >= 1 && phraseLetters <= 20, "phraseLetters must be 1 to 20");
        require(identityConfidence >= 0.5 && identityConfidence <= 1, "identityConfidence must be 0.5 to 1");
    }

    /** HIGH by CAS number, MEDIUM by name or identity, names of fewer than four letters only as the whole text. */
    public static WatchListRules defaults() {
        return new WatchListRules(
                Severity.HIGH,
                Severity.MEDIUM,
                List.of("unverified", "not seen", "third-party", "from general knowledge"),
                4,
                0.7);
    }

    /** Whether an entry's confidence says that its official text was not seen. Silence does not say so. */
    public boolean isUnverified(@Nullable String confidence) {
        if (confidence == null) {
            return false;
        }
        String words = confidence.toLowerCase(Locale.ROOT);
        return unverifiedMarks.stream().anyMatch(words::contains);
    }

    /** Severity of one match. */
    Severity severity(MatchedBy matchedBy, boolean unverified) {
        Severity verified = switch (matchedBy) {
            case MatchedBy.Cas ignored -> casSeverity;
            case MatchedBy.Name ignored -> nameSeverity;
            case MatchedBy.Identity ignored -> nameSeverity;
        };
        return unverified ? oneStepLess(verified) : verified;
    }

    private static Severity oneStepLess(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Severity.HIGH;
            case HIGH -> Severity.MEDIUM;
            case MEDIUM -> Severity.LOW;
            case LOW, INFO -> Severity.INFO;
            case UNKNOWN -> Severity.UNKNOWN;
        };
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException("Watch-list rules: " + message);
        }
    }
}
