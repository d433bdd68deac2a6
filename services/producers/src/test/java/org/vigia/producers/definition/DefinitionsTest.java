package org.vigia.producers.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.producers.drug.DrugNames;
import org.vigia.producers.feed.Feed;

/** What the author of a definition is told. */
class DefinitionsTest {

    private static final String GOOD = """
            feed: xx-seizures
            partner: xx-police
            description: seizures
            event: seizure
            constants: {country: MX, unit: kg}
            fields:
              occurred_at: Date
              substance: Drug
              quantity: {column: Amount, round: 11}
            attributes:
              note: {column: Note, optional: true}
            key: [occurred_at, substance]
            leave_out:
              - {where: {Drug: Total}, reason: total}
            """;

    @TempDir
    Path directory;

    @Test
    void readsAGoodOne() {
        Feed feed = read(GOOD);

        assertThat(feed.name()).isEqualTo("xx-seizures");
        assertThat(feed.columns().names()).containsExactlyInAnyOrder("Date", "Drug", "Amount", "Note");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    partner: xx-police       | pattner: xx-police            | 2  | Did you mean partner?
                    feed: xx-seizures        | feed: XX Seizures             | 1  | Use lower-case letters
                    description: seizures    | other: x                      | 1  | description is missing
                    event: seizure           | event: seizures               | 4  | Use one of seizure, lab-dismantlement
                    country: MX              | contry: MX                    | 5  | Did you mean country?
                    occurred_at: Date        | occured_at: Date              | 7  | Did you mean occurred_at?
                    substance: Drug          | substance: [Drug]             | 8  | substance must hold keys and values
                    round: 11                | round: some                   | 9  | Write a whole number
                    column: Amount, round    | columm: Amount, round         | 9  | give one of column, value, expression and year
                    optional: true           | optional: maybe               | 11 | Use true or false
                    [occurred_at, substance] | [occurred_at, substanze]      | 12 | Did you mean substance?
                    reason: total}           | reasons: total}               | 14 | Did you mean reason?
                    where: {Drug: Total}     | when: "row['Drug'"            | 14 | The expression cannot be used
                    where: {Drug: Total}     | when: "row['Drug'] + 'x'"     | 14 | must give true or false
                    where: {Drug: Total}     | when: "row[row['Drug']] == ''" | 14 | name each column in quotes
                    unit: kg}                | unit: kg, unit: lb}           | 5  | given twice
                    quantity: {              | quantity: {{                  | 10 | This is not YAML
                    """)
    void namesFileLineAndFix(String good, String bad, int line, String fix) {
        assertThat(GOOD).contains(good);

        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("feed.yaml:" + line + ": ")
                .hasMessageContaining(fix);
    }

    @Test
    void namesAllProblemsAtOnce() {
        assertThatThrownBy(() -> read(GOOD.replace("event: seizure", "event: heist")
                        .replace("unit: kg", "init: kg")
                        .replace("key:", "kee:")))
                .message()
                .hasLineCount(4)
                .contains("event is \"heist\"", "Did you mean unit?", "key is missing")
                .contains("Did you mean key?");
    }

    @Test
    void namesTheProblemsOfAllFilesOfADirectory() throws IOException {
        // given
        Files.writeString(directory.resolve("a.yaml"), "");
        Files.writeString(directory.resolve("b.yml"), GOOD.replace("event: seizure", "event: heist"));
        Files.writeString(directory.resolve("c.txt"), "not a definition");

        // then
        assertThatThrownBy(() -> Definitions.of(directory, DrugNames.shipped()))
                .message()
                .contains("a.yaml:1: The file is empty")
                .contains("b.yml:4: event is \"heist\"")
                .doesNotContain("c.txt");
    }

    /** Whatever is in the file, its author gets a feed or is told what is wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {"cbp-amo", "colombia-ponal", "indiana-labs", "unodc-seizures", "ofac-sdn", "un-consolidated"})
    void survivesMutations(String name) throws IOException {
        Random random = new Random(name.hashCode());
        String yaml;
        try (InputStream in = Definitions.class.getResourceAsStream("/org/vigia/producers/feeds/" + name + ".yaml")) {
            assertThat(in).isNotNull();
            yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String signs = "{}[]:,#'\"|>&*!%@- \n\tabxy01";
        for (int i = 0; i < 500; i++) {
            StringBuilder mutated = new StringBuilder(yaml);
            for (int edits = random.nextInt(4); edits >= 0; edits--) {
                int at = random.nextInt(mutated.length());
                switch (random.nextInt(3)) {
                    case 0 -> mutated.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                    case 1 -> mutated.insert(at, signs.charAt(random.nextInt(signs.length())));
                    default -> mutated.delete(at, Math.min(mutated.length(), at + 1 + random.nextInt(30)));
                }
            }
            try {
                assertThat(read(mutated.toString()).name()).isNotEmpty();
            } catch (DefinitionException e) {
                assertThat(e).hasMessageContaining("feed.yaml:");
            }
        }
    }

    private static Feed read(String yaml) {
        return Definitions.read("feed.yaml", yaml, DrugNames.shipped());
    }
}
