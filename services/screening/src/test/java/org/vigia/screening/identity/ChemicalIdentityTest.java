package org.vigia.screening.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChemicalIdentityTest {

    private final ChemicalIdentity identity = ChemicalIdentity.builtIn();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anhídrido acético 98% grado técnico, tambores de 200 kg | acetic-anhydride",
                "Clorhidrato de efedrina 25 kg | ephedrine",
                "efedrina clorhidrato | ephedrine",
                "diclorhidrato de 4-anilinopiperidina | 4-ap",
                "N-Fenil-4-piperidinamina | 4-ap",
                "ácido fenilacético, sal sódica | phenylacetic-acid",
                "cloruro de propionilo | propionyl-chloride",
                "4-piperidone hydrochloride monohydrate | 4-piperidone",
                "PSEUDOEPHEDRINE HCL BP/USP 25 KG DRUMS | pseudoephedrine",
                "methylamine 40% aqueous solution | methylamine",
                "anhydride acetic | acetic-anhydride",
                "acid, phenylacetic | phenylacetic-acid",
                "4 -pi peridone | 4-piperidone",
                "pottasium permangante | potassium-permanganate",
                "N-phenethyl-4-pipiridone | npp",
                "p1peridine | piperidine",
                "acet0ne | acetone",
                "norfentanyI | norfentanyl",
                "ацетон технический | acetone",
                "盐酸麻黄碱 25公斤 | ephedrine",
                "N-叔丁氧羰基-4-哌啶酮 | boc-4-piperidone",
                "yisuangan | acetic-anhydride",
                "1-piperidinecarboxylic acid, 4-oxo-, 1,1-dimethylethyl ester | boc-4-piperidone",
                "Benzeneacetic acid, alpha-acetyl-, methyl ester | mapa",
                "2-oxo-1-phenylpropane | p-2-p",
                "meta-fluoro furanyl fentanyl | class-fentanyl-related",
                "fluoroetonitazene | class-nitazenes"
            })
    void aDescriptionIsRecognised(String text, String id) {
        assertThat(identity.identify(Declaration.of(text)).reported())
                .as(text)
                .extracting(Identification::id)
                .contains(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CAS79099 | boc-4-piperidone",
                "79099073 | boc-4-piperidone",
                "Cas79099073 white powder | boc-4-piperidone",
                "cas no. 79099-07 | boc-4-piperidone",
                "79O99-07-3 | boc-4-piperidone",
                "CAS: 20320 59 6 | depapd",
                "28578-16- | pmk-ethyl-glycidate",
                "PMK28578-16-7oil | pmk-ethyl-glycidate",
                "99918-43-1 | 4-ap",
                "40064-34-4 | 4-piperidone"
            })
    void aCasNumberIsRecognisedHoweverItIsWritten(String text, String id) {
        assertThat(identity.identify(Declaration.of(text)).reported())
                .extracting(Identification::id)
                .containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acetone cyanohydrin",
                "toluene diisocyanate",
                "p-toluenesulfonic acid",
                "2-methylpiperidine",
                "piperidine-4-carboxylic acid",
                "copolymer of styrene",
                "ketones other than acetone",
                "acetone-free nail polish remover",
                "acetic acid ethyl ester",
                "acetic acid, sodium salt",
                "二甲苯",
                "lot 79099 of plastic toys",
                "phone 108 24 7",
                "pink paper napkins",
                ""
            })
    void whatOnlyResemblesASubstanceIsNot(String text) {
        assertThat(identity.identify(Declaration.of(text)).reported()).as(text).isEmpty();
    }

    @Test
    void aMisprintedCasNumberIsSaidToBeWrong() {
        Identity alone = identity.identify(Declaration.of("1609-66-5"));
        assertThat(alone.reported()).extracting(Identification::id).containsExactly("norfentanyl");
        assertThat(alone.allConflicts()).singleElement().asString().contains("1609-66-5", "check digit");

        Identity named = identity.identify(new Declaration("Norfentanyl", "1609-66-5", null));
        assertThat(named.reported().getFirst().confidence())
                .isGreaterThan(alone.reported().getFirst().confidence());
    }

    @Test
    void aNameThatItsCasNumberContradictsIsOverruled() {
        Identity sold = identity.identify(new Declaration("BMK glycidate", "16648-44-5", null));
        assertThat(sold.reported()).extracting(Identification::id).containsExactly("mapa");
        assertThat(sold.allConflicts())
                .singleElement()
                .asString()
                .contains("BMK glycidate", "16648-44-5", "Methyl alpha-phenylacetoacetate");
        assertThat(sold.identifications())
                .filteredOn(Identification::overruled)
                .extracting(Identification::id)
                .containsExactly("bmk-methyl-glycidate");
    }

    @Test
    void aMixtureWithOneCasNumberIsNoContradiction() {
        Identity mixture = identity.identify(new Declaration("acetone and toluene, blend", "67-64-1", null));
        assertThat(mixture.reported()).extracting(Identification::id).containsExactlyInAnyOrder("acetone", "toluene");
        assertThat(mixture.allConflicts()).isEmpty();
    }

    @Test
    void anHsCodeOfAnotherChapterOrHeadingIsAConflict() {
        assertThat(identity.identify(new Declaration("Toluene", null, "3814.00"))
                        .allConflicts())
                .singleElement()
                .asString()
                .contains("chapter 38", "2902.30");
        assertThat(identity.identify(new Declaration("Toluene", null, "290511")).allConflicts())
                .singleElement()
                .asString()
                .contains("heading 2905");
        assertThat(identity.identify(new Declaration("Toluene", null, "2902.30.00"))
                        .allConflicts())
                .isEmpty();
    }

    @Test
    void aSubheadingThatHoldsOneSubstanceSpeaksForGoodsThatSayNothing() {
        assertThat(identity.identify(new Declaration("pharmaceutical raw material", null, "2939.41"))
                        .reported())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).isEqualTo("ephedrine");
                    assertThat(one.confidence()).isLessThan(0.7);
                });
        assertThat(identity.identify(new Declaration("piperazine", null, "2939.41"))
                        .reported())
                .isEmpty();
    }

    @Test
    void moreEvidenceNeverMakesAnAnswerLessSure() {
        for (String name : List.of("acetone", "ephedrin hcl", "N-phenethyl-4-pipiridone", "toluol")) {
            Identification byName =
                    identity.identify(Declaration.of(name)).reported().getFirst();
            KnownSubstance substance = byName.substance();
            assertThat(substance).isNotNull();
            String cas = String.valueOf(substance.baseCas());
            assertThat(identity.identify(new Declaration(name, cas, substance.hs()))
                            .reported()
                            .getFirst()
                            .confidence())
                    .as(name)
                    .isGreaterThanOrEqualTo(byName.confidence());
        }
    }

    @Test
    void aFurtherSubstanceIsFoundWithoutChangingTheOthers() {
        KnownSubstance caffeine = SubstanceRow.substance(Map.of(
                "substance_id", "caffeine", "name", "Caffeine", "cas", "58-08-2", "synonyms", "theine | cafeína"));
        ChemicalIdentity with = new ChemicalIdentity(SubstanceTable.builtIn().with(List.of(caffeine)));
        assertThat(with.identify(Declaration.of("cafeina anhidra")).reported())
                .extracting(Identification::id)
                .containsExactly("caffeine");
        assertThat(with.identify(Declaration.of("acetona")).reported())
                .extracting(Identification::id)
                .containsExactly("acetone");
        assertThat(identity.identify(Declaration.of("cafeina anhidra")).reported())
                .isEmpty();
    }

    @Test
    void manyThreadsGetTheSameAnswers() {
        List<String> texts = List.of(
                "benzyl 4-oxopiperidine-1-carboxylate",
                "acetone",
                "N-(4-bromophenyl)piperidin-4-amine",
                "efedrina HCl",
                "octyl phenylacetate",
                "plastic toys",
                "1,4-dioxa-8-azaspiro[4.5]decane",
                "meta-fluoro fentanyl");
        List<List<String>> expected = texts.stream().map(this::ids).toList();
        ChemicalIdentity fresh = new ChemicalIdentity(SubstanceTable.builtIn());
        List<CompletableFuture<List<String>>> answers = IntStream.range(0, 400)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        fresh.identifyAnew(Declaration.of(texts.get(i % texts.size()))).reported().stream()
                                .map(Identification::id)
                                .toList()))
                .toList();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).join()).isEqualTo(expected.get(i % texts.size()));
        }
    }

    private List<String> ids(String text) {
        return identity.identify(Declaration.of(text)).reported().stream()
                .map(Identification::id)
                .toList();
    }
}
