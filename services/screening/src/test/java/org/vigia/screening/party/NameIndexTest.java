package org.vigia.screening.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.events.SanctionedParty;

/** A search gives exactly what scoring each name would give, in the same order. */
class NameIndexTest {

    private static final double[] THRESHOLDS = {0.3, 0.5, 0.66, 0.75, 0.9, 1};

    private final NameScorer scorer = new NameScorer(ScoringRules.published());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void searchIsAsExactAsScoringEveryName(long seed) {
        Random random = new Random(seed);
        for (NameSchema schema : NameSchema.values()) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                names.add(InventedNames.name(random));
            }
            NameIndex<String> index = index(names, schema);
            for (int i = 0; i < 80; i++) {
                String query = random.nextInt(3) == 0
                        ? InventedNames.name(random)
                        : InventedNames.mangled(names.get(random.nextInt(names.size())), random);
                assertExact(index, query, schema);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(NameSchema.class)
    void searchIsExactOnRealNames(NameSchema schema) {
        List<String> names = new ArrayList<>();
        for (SanctionedParty party : RealNames.securityCouncil()) {
            names.add(party.getName());
            party.getAliases().forEach(alias -> names.add(alias.getName()));
        }
        NameIndex<String> index = index(names, schema);
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            String name = names.get(random.nextInt(names.size()));
            assertExact(index, random.nextBoolean() ? name : InventedNames.mangled(name, random), schema);
        }
    }

    @Test
    void namesThatAreAlikeByInitialsOnlyAreFound() {
        NameIndex<String> index = index(List.of("A. B.", "Anna Berg", "A. Berg", "B"), NameSchema.PERSON);
        for (String query : List.of("A. B.", "B. A.", "A", "Anna Berg", "A. Zorn")) {
            assertExact(index, query, NameSchema.PERSON);
        }
    }

    private NameIndex<String> index(List<String> names, NameSchema schema) {
        NameIndex<String> index = new NameIndex<>(scorer);
        names.forEach(name -> index.add(scorer.parse(name, schema), name));
        return index;
    }

    private void assertExact(NameIndex<String> index, String query, NameSchema schema) {
        PartyName parsed = scorer.parse(query, schema);
        double[] scores = new double[index.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = index.score(parsed, i);
        }
        for (double threshold : THRESHOLDS) {
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < scores.length; i++) {
                if (scores[i] >= threshold) {
                    expected.add(i);
                }
            }
            expected.sort(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparingInt(i -> i));
            assertThat(index.search(parsed, threshold))
                    .as("%s at %s", query, threshold)
                    .extracting(NameIndex.Hit::number)
                    .isEqualTo(expected);
        }
    }
}
