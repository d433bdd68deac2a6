package org.vigia.screening.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.events.Severity;
import org.vigia.schemas.substance.CasNumber;

class WatchListRulesTest {

    private static final WatchListRules DEFAULTS = WatchListRules.defaults();
    private static final MatchedBy BY_CAS = new MatchedBy.Cas(new CasNumber("108-24-7"), false);
    private static final MatchedBy BY_NAME = new MatchedBy.Name("x", true, Set.of(), Set.of());

    @Test
    void aCasNumberWeighsMoreThanANameAndAnUnverifiedEntryLess() {
        assertThat(DEFAULTS.severity(BY_CAS, false)).isEqualTo(Severity.HIGH);
        assertThat(DEFAULTS.severity(BY_CAS, true)).isEqualTo(Severity.MEDIUM);
        assertThat(DEFAULTS.severity(BY_NAME, false)).isEqualTo(Severity.MEDIUM);
        assertThat(DEFAULTS.severity(BY_NAME, true)).isEqualTo(Severity.LOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unverified",
                "seen (third-party)",
                "From general knowledge",
                "seen (third-party, unverified, suspect blanket date)",
                "seen; CAS from general knowledge",
                "list text not seen"
            })
    void whatSaysThatTheTextWasNotSeenIsUnverified(String confidence) {
        assertThat(DEFAULTS.isUnverified(confidence)).isTrue();
    }

    @Test
    void anEntryThatWasSeenOrSaysNothingIsNotCalledUnverified() {
        assertThat(DEFAULTS.isUnverified("seen")).isFalse();
        assertThat(DEFAULTS.isUnverified(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, LOW, 4, casSeverity",
        "INFO, LOW, 4, casSeverity",
        "HIGH, UNKNOWN, 4, nameSeverity",
        "MEDIUM, HIGH, 4, must not exceed",
        "HIGH, LOW, 0, phraseLetters",
        "HIGH, LOW, 21, phraseLetters"
    })
    void rulesThatMakeNoSenseAreRefused(Severity cas, Severity name, int letters, String message) {
        assertThatThrownBy(() -> new WatchListRules(cas, name, List.of("unverified"), letters, 0.7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anEmptyMarkIsRefused() {
        assertThatThrownBy(() -> new WatchListRules(Severity.HIGH, Severity.LOW, List.of(" "), 4, 0.7))
                .hasMessageContaining("unverifiedMarks");
    }
}
