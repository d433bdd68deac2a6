package org.vigia.screening.party;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Recall and false positives of the screening of real names against real lists, at the published threshold. */
class ScreeningRealDataTest {

    private static final PartyRules RULES = PartyRules.published();
    private static final Set<NameSchema> PERSON = Set.of(NameSchema.PERSON);

    private static final SanctionsIndex LISTS = SanctionsIndex.of(RealNames.parties(), RULES);

    @Test
    void listedPersonsAreFoundAndOthersAreNot() {
        double plain = foundInUn("yente_positives_un_untreated.csv");
        double mangled = foundInUn("yente_positives_un_treated.csv");
        List<String> others = names("yente_negatives_global.csv");
        List<String> wrong = others.stream()
                .filter(name -> !LISTS.find(name, PERSON, RULES.threshold()).isEmpty())
                .toList();
        System.out.printf(
                "UN list: recall %.4f plain, %.4f mangled; all lists (%d names): %d of %d others reported %s%n",
                plain, mangled, LISTS.size(), wrong.size(), others.size(), wrong);
        assertThat(plain).isGreaterThanOrEqualTo(0.98);
        assertThat(mangled).isGreaterThanOrEqualTo(0.98);
        assertThat(wrong.size()).isLessThanOrEqualTo(others.size() / 200);
    }

    /**
     * What OFAC's own search gives 100, where the query names a party in two words or more that all stand in the result. It
     * has no notion of words that contradict, so it gives 100 to {@code KIM, Jung Jong} for KIM JONG UN as well, which is
     * another person; and it gives 100 to every Vladimir for a family name alone.
     */
    @Test
    void whatOfacsSearchFindsForWholeNamesIsFound() {
        int found = 0;
        List<String> missed = new ArrayList<>();
        for (NamedCsvRecord row : RealNames.labelled("ofac2021_fixtures.csv")) {
            String query = row.getField("query_name");
            String result = row.getField("result_name");
            Set<String> words = words(query);
            if (row.getField("ofac_score").equals("100")
                    && words.size() > 1
                    && words(result).containsAll(words)) {
                if (score(query, result) >= RULES.threshold()) {
                    found++;
                } else {
                    missed.add(query + " / " + result);
                }
            }
        }
        System.out.printf("OFAC's whole names: %d found, missed %s%n", found, missed);
        assertThat(found / (double) (found + missed.size())).isGreaterThanOrEqualTo(0.98);
    }

    /** People who are on no list, and what OFAC's search gives for them, with up to 97 of 100. */
    @Test
    void whatOfacsSearchGivesForOthersIsNotFound() {
        List<String> reported = RealNames.labelled("ofac2021_fixtures.csv").stream()
                .filter(row -> Set.of("GEORGE BUSH", "BUSH GEORGE", "JOHN SMITH", "XI JINPING", "OBAMA")
                        .contains(row.getField("query_name")))
                .filter(row -> score(row.getField("query_name"), row.getField("result_name")) >= RULES.threshold())
                .map(row -> row.getField("query_name") + " / " + row.getField("result_name"))
                .toList();
        assertThat(reported).isEmpty();
    }

    private static double score(String query, String result) {
        NameScorer scorer = new NameScorer(ScoringRules.published());
        return Math.max(
                scorer.score(query, result, NameSchema.PERSON), scorer.score(query, result, NameSchema.ORGANISATION));
    }

    /** Particles do not name anybody, and Abdul Rahman is one name, not two. */
    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>(List.of(name.toUpperCase(Locale.ROOT).split("[^\\p{L}']+")));
        words.removeAll(List.of("AL", "BIN", "UD", "ABDUL", "ABD", ""));
        return words;
    }

    private static double foundInUn(String file) {
        List<String> names = names(file);
        long found = names.stream()
                .filter(name -> LISTS.find(name, PERSON, RULES.threshold()).stream()
                        .anyMatch(match -> match.party().getPartyId().startsWith("un/")))
                .count();
        return found / (double) names.size();
    }

    private static List<String> names(String file) {
        return RealNames.labelled(file).stream()
                .map(row -> row.getField("full_name"))
                .toList();
    }
}
