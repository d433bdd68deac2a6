package org.vigia.screening.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameScorerTest {

    private static final double THRESHOLD = PartyRules.published().threshold();

    private final NameScorer scorer = new NameScorer(ScoringRules.published());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ivan Petrovich Sokolov | SOKOLOV, Ivan Petrovich
                    Evgenij Sokolov | Yevgeny Sokolov
                    Iwan Sokolow | Ivan Sokolov
                    Иван Соколов | Ivan Sokolov
                    محمد حسين | Mohammed Hussein
                    Νικόλαος Παπαδόπουλος | Nikolaos Papadopoulos
                    김영철 | Kim Yong Chol
                    王小明 | Wang Xiaoming
                    Muhamad Jasim | Mohammed Qassem Jasim
                    Abdulrahman Nasser | Abd al-Rahman Naser
                    Salahuddin Karimi | Salah al-Din Karimi
                    JuanCarlos Mendoza | Juan Carlos Mendoza
                    Dr. J. C. Mendoza | Juan Carlos Mendoza
                    Bill Harrington | William Harrington
                    Juan Mendoza | Juan Mendozza
                    Zoë Hägglund | Zoe Hagglund
                    """)
    void onePersonSpelledInManyWaysIsAMatch(String name, String other) {
        assertThat(scorer.compare(name, other, NameSchema.PERSON))
                .satisfies(comparison ->
                        assertThat(comparison.score()).as(comparison.reason()).isGreaterThanOrEqualTo(THRESHOLD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ivan Sokolov | Pyotr Sokolov
                    Ivan Petrovich Sokolov | Ivan Sergeyevich Sokolov
                    Ahmad Karim al-Basri | Ahmad Karim al-Kufi
                    Sokolov | Ivan Sokolov
                    王小明 | 王小朋
                    Li Na | Li Wei
                    """)
    void anotherPersonIsNone(String name, String other) {
        assertThat(scorer.compare(name, other, NameSchema.PERSON))
                .satisfies(comparison ->
                        assertThat(comparison.score()).as(comparison.reason()).isLessThan(THRESHOLD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ООО Северный Ветер | Severnyi Veter LLC
                    OOO Severny Veter | Limited Liability Company Severny Veter
                    Quimicos del Norte S.A. de C.V. | QUIMICOS DEL NORTE, SA DE CV
                    Nordwind Gesellschaft mit beschränkter Haftung | Nordwind GmbH
                    Goodwill Chemie AG | Good Will Chemie AG
                    First Baltic Traders | 1st Baltic Traders
                    Brigade Forty Four | Brigade 44
                    The Baltic Amber & Pearl Co. | Baltic Amber and Pearl
                    """)
    void oneCompanySpelledInManyWaysIsAMatch(String name, String other) {
        assertThat(scorer.compare(name, other, NameSchema.ORGANISATION))
                .satisfies(comparison ->
                        assertThat(comparison.score()).as(comparison.reason()).isGreaterThanOrEqualTo(THRESHOLD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Company 7 | Company 9
                    Unit 61398 | Unit 61486
                    Trading Company | Baltic Trading Company
                    Baltic Trading LLC | Nordic Trading LLC
                    Severny Veter OOO | Severny Les OOO
                    """)
    void whatOnlySharesGenericWordsOrDiffersInItsNumberIsNone(String name, String other) {
        assertThat(scorer.compare(name, other, NameSchema.ORGANISATION))
                .satisfies(comparison ->
                        assertThat(comparison.score()).as(comparison.reason()).isLessThan(THRESHOLD));
    }

    @Test
    void aShortNameMustAgreeWhole() {
        assertThat(scorer.score("Mira", "Mina", NameSchema.VESSEL)).isLessThan(THRESHOLD);
        assertThat(scorer.score("MV Mira", "Mira", NameSchema.VESSEL)).isEqualTo(1);
    }

    @Test
    void aMatchSaysWhichWordsMatchedHow() {
        NameComparison comparison =
                scorer.compare("Evgenij P. Sokolof", "SOKOLOV, Yevgeny Petrovich Ivan", NameSchema.PERSON);
        assertThat(comparison.reason())
                .contains("evgenij ~ yevgeny (another transliteration")
                .contains("p ~ petrovich (the initial")
                .contains("sokolof ~ sokolov (spelled almost alike")
                .contains("only in the second: ivan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "-", "...", "\u0000", "🙂", "'"})
    void nothingIsLikeNothing(String nothing) {
        for (NameSchema schema : NameSchema.values()) {
            assertThat(scorer.score(nothing, "Ivan Sokolov", schema)).isZero();
            assertThat(scorer.score(nothing, nothing, schema)).isZero();
        }
    }
}
