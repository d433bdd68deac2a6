package org.vigia.screening.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule with members that no list names and with neighbours that the wording leaves out. */
class ClassRulesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "class-4-piperidone-carbamates | benzyl 4-oxopiperidine-1-carboxylate",
                "class-4-piperidone-carbamates | ethyl 4-oxopiperidine-1-carboxylate",
                "class-4-piperidone-carbamates | 9H-fluoren-9-ylmethyl 4-oxopiperidine-1-carboxylate",
                "class-4-piperidone-amides | 1-acetylpiperidin-4-one",
                "class-4-piperidone-amides | 1-benzoylpiperidin-4-one",
                "class-4-piperidone-amides | 4-oxopiperidine-1-carbaldehyde",
                "class-4-piperidone-acetals | 1,4-dioxa-8-azaspiro[4.5]decane",
                "class-4-piperidone-acetals | 4,4-dimethoxypiperidine",
                "class-4-piperidone-acetals | tert-butyl 1,4-dioxa-8-azaspiro[4.5]decane-8-carboxylate",
                "class-4-ap-carbamates | benzyl 4-anilinopiperidine-1-carboxylate",
                "class-4-ap-carbamates | tert-butyl 4-(3-chloroanilino)piperidine-1-carboxylate",
                "class-4-ap-amides | 1-acetyl-N-phenylpiperidin-4-amine",
                "class-4-ap-amides | N-phenyl-N-(piperidin-4-yl)acetamide",
                "class-4-ap-amides | tert-butyl 4-(N-phenylpropanamido)piperidine-1-carboxylate",
                "class-4-ap-halides | N-(3-chlorophenyl)piperidin-4-amine",
                "class-4-ap-halides | N-(2,4-difluorophenyl)piperidin-4-amine",
                "class-4-ap-derivatives | N-(4-methoxyphenyl)piperidin-4-amine",
                "class-4-ap-derivatives | 1-methyl-N-phenylpiperidin-4-amine",
                "class-pmk-glycidates | hexyl 3-(2H-1,3-benzodioxol-5-yl)-2-methyloxirane-2-carboxylate",
                "class-bmk-glycidates | pentyl 2-methyl-3-phenyloxirane-2-carboxylate",
                "class-phenylacetates | octyl phenylacetate",
                "class-phenylacetates | 2-methylpropyl 2-phenylacetate",
                "class-anthranilates | butyl 2-aminobenzoate",
                "class-n-acetylanthranilates | ethyl 2-acetamidobenzoate",
                "class-alpha-phenylacetoacetates | propyl 3-oxo-2-phenylbutanoate",
                "class-fentanyl-related | N-(3-methoxyphenyl)-N-[1-(2-phenylethyl)piperidin-4-yl]pentanamide",
                "class-fentanyl-related | N-phenyl-N-{1-[2-(furan-2-yl)ethyl]piperidin-4-yl}propanamide",
                "class-fentanyl-related | N-{1-[2-(4-chlorophenyl)ethyl]piperidin-4-yl}-N-phenylpropanamide",
                "class-nitazenes | 2-{2-[(4-fluorophenyl)methyl]-5-nitro-1H-benzimidazol-1-yl}-N,N-diethylethan-1-amine",
                "class-n-acyl-amphetamines | tert-butyl methyl(1-phenylpropan-2-yl)carbamate",
                "class-n-protected-ephedrines | tert-butyl (1-hydroxy-1-phenylpropan-2-yl)(methyl)carbamate"
            })
    void aMemberThatNoListNamesIsCaught(String rule, String name) {
        assertThat(rulesOf(name)).contains(rule);
        assertThat(ChemicalIdentity.builtIn().identify(Declaration.of(name)).reported())
                .as(name)
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "class-4-piperidone-carbamates | tert-butyl 3-oxopiperidine-1-carboxylate",
                "class-4-piperidone-carbamates | tert-butyl piperidine-1-carboxylate",
                "class-4-piperidone-amides | 1-acetylpiperidine",
                "class-4-piperidone-amides | 1-acetylpiperidin-3-one",
                "class-4-piperidone-acetals | 1,4-dioxaspiro[4.5]decane",
                "class-4-piperidone-acetals | 4-methoxypiperidine",
                "class-4-ap-carbamates | tert-butyl 4-aminopiperidine-1-carboxylate",
                "class-4-ap-carbamates | tert-butyl 3-anilinopiperidine-1-carboxylate",
                "class-4-ap-amides | N-phenyl-N-(piperidin-3-yl)propanamide",
                "class-4-ap-amides | N-(piperidin-4-yl)benzamide",
                "class-4-ap-halides | N-(4-chlorophenyl)piperidin-3-amine",
                "class-4-ap-halides | 4-(4-chlorophenyl)piperidine",
                "class-4-ap-derivatives | N-cyclohexylpiperidin-4-amine",
                "class-pmk-glycidates | ethyl 3-(2H-1,3-benzodioxol-5-yl)prop-2-enoate",
                "class-bmk-glycidates | ethyl 3-methyl-3-phenyloxirane-2-carboxylate",
                "class-bmk-glycidates | ethyl 3-phenyloxirane-2-carboxylate",
                "class-phenylacetates | ethyl 3-phenylpropanoate",
                "class-phenylacetates | ethyl 2-(4-chlorophenyl)acetate",
                "class-phenylacetates | phenyl acetate",
                "class-anthranilates | methyl 4-aminobenzoate",
                "class-anthranilates | methyl 2-(methylamino)benzoate",
                "class-n-acetylanthranilates | methyl 4-acetamidobenzoate",
                "class-alpha-phenylacetoacetates | ethyl 3-oxobutanoate",
                "class-alpha-phenylacetoacetates | ethyl 2-benzyl-3-oxobutanoate",
                "class-fentanyl-related | N-phenyl-N-(1-benzylpiperidin-4-yl)propanamide",
                "class-fentanyl-related | N-benzyl-N-[1-(2-phenylethyl)piperidin-4-yl]propanamide",
                "class-fentanyl-related | 1-(2-phenylethyl)piperidin-4-one",
                "class-nitazenes | 2-benzyl-1H-benzimidazole",
                "class-nitazenes | 1-methyl-5-nitro-1H-benzimidazole",
                "class-n-acyl-amphetamines | tert-butyl benzylcarbamate",
                "class-n-protected-ephedrines | tert-butyl (2-hydroxyethyl)(methyl)carbamate"
            })
    void aNeighbourThatTheWordingLeavesOutIsNot(String rule, String name) {
        assertThat(rulesOf(name)).doesNotContain(rule);
    }

    @Test
    void everyRuleHasItsWordingAndSource() {
        assertThat(ClassRules.builtIn().rules()).hasSizeGreaterThan(10).allSatisfy(rule -> {
            assertThat(rule.wording()).isNotBlank();
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.id()).startsWith("class-");
            if (!rule.base().isEmpty()) {
                assertThat(SubstanceTable.builtIn().find(rule.base())).isPresent();
            }
            rule.changed()
                    .forEach(id ->
                            assertThat(SubstanceTable.builtIn().find(id)).as(id).isPresent());
        });
    }

    @Test
    void aListEntryListsTheClassesThatItsWordingNames() {
        String wording = "4-Piperidone, its acetals, amides, carbamates, salts";
        assertThat(ClassRules.builtIn().rules().stream()
                        .filter(rule -> rule.isListedBy(List.of("4-piperidone"), wording))
                        .map(ClassRule::id))
                .containsExactlyInAnyOrder(
                        "class-4-piperidone-carbamates", "class-4-piperidone-amides", "class-4-piperidone-acetals");
        assertThat(ClassRules.builtIn().rules())
                .noneMatch(rule -> rule.isListedBy(List.of("4-piperidone"), "4-Piperidone"))
                .noneMatch(rule -> rule.isListedBy(List.of("piperidine"), wording));
    }

    private static List<String> rulesOf(String name) {
        return ClassRules.builtIn().of(SystematicNames.structure(name).orElseThrow()).stream()
                .map(ClassRule::id)
                .toList();
    }
}
