package org.vigia.screening.party;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
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
     * What OFAC's own search gives 100 for a query of two words or more whose words all stand in the result: it has no
     * notion of words that contradict, so "KIM JONG UN" finds "KIM, Song Hun" there, which is no match.
     */
    @Test
    void whatOfacsSearchFindsForWholeNamesIsFound() {
        NameScorer scorer = new NameScorer(ScoringRules.published());
        int found = 0;
        List<String> missed = new ArrayList<>();
        for (NamedCsvRecord row : RealNames.labelled("ofac2021_fixtures.csv")) {
            String query = row.getField("query_name");
            String result = row.getField("result_name");
            boolean whole = Integer.parseInt(row.getField("ofac_score")) == 100
                    && query.contains(" ")
                    && Set.of(result.toUpperCase(java.util.Locale.ROOT).split("[^\\p{L}]+"))
                            .containsAll(List.of(query.split("[^\\p{L}]+")));
            if (whole) {
                boolean reaches = scorer.score(query, result, NameSchema.PERSON) >= RULES.threshold()
                        || scorer.score(query, result, NameSchema.ORGANISATION) >= RULES.threshold();
                found += reaches ? 1 : 0;
                if (!reaches) {
                    missed.add(query + " / " + result);
                }
            }
        }
        System.out.printf("OFAC's whole names: %d found, missed %s%n", found, missed);
        assertThat(found).isGreaterThan(0);
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
