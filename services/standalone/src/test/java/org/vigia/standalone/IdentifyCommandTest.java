package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.standalone.commands.IdentifyCommand;
import picocli.CommandLine;

/** Files in, CSV out. */
class IdentifyCommandTest {

    @TempDir
    Path directory;

    @Test
    void eachLineOfTextGetsARow() throws IOException {
        List<NamedCsvRecord> rows = identify("""
                Anh\u00eddrido ac\u00e9tico, 200 kg
                "BMK glycidate" 16648-44-5
                plastic toys
                acetone and toluene
                """);

        assertThat(rows)
                .extracting(row -> row.getField("substance_id"))
                .containsExactly("acetic-anhydride", "mapa", "", "acetone | toluene");
        assertThat(rows.getFirst().getField("input")).isEqualTo("Anh\u00eddrido ac\u00e9tico, 200 kg");
        assertThat(rows.getFirst().getField("cas")).isEqualTo("108-24-7");
        assertThat(rows.getFirst().getField("evidence")).contains("name", "Anh\u00eddrido ac\u00e9tico");
        assertThat(rows.get(1).getField("conflicts")).contains("BMK glycidate", "16648-44-5");
    }

    @Test
    void theColumnsOfACsvAreReadTogether() throws IOException {
        List<NamedCsvRecord> rows = identify("""
                description,cas,hs_code
                white powder,79099-07-3,2933.39
                Toluene,,381400
                ,1609-66-5,
                """);

        assertThat(rows)
                .extracting(row -> row.getField("substance_id"))
                .containsExactly("boc-4-piperidone", "toluene", "norfentanyl");
        assertThat(rows.get(1).getField("conflicts")).contains("chapter 38");
        assertThat(rows.get(2).getField("input")).isEqualTo("1609-66-5");
        assertThat(rows.get(2).getField("conflicts")).contains("check digit");
    }

    @Test
    void furtherSubstancesAreFoundToo() throws IOException {
        Path further = Files.writeString(directory.resolve("more.csv"), """
                substance_id,name,cas,inchikey,smiles,synonyms,families,source
                caffeine,Caffeine,58-08-2,,,theine | cafe\u00edna,test,test
                """);

        assertThat(identify("cafeina anhidra\n", "--reference", "vigia-substances=" + further))
                .extracting(row -> row.getField("substance_id"))
                .containsExactly("caffeine");
    }

    private List<NamedCsvRecord> identify(String input, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("input.csv"), input);
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new IdentifyCommand()).setOut(new PrintWriter(out));
        String[] arguments = List.of(options).toArray(new String[options.length + 1]);
        arguments[options.length] = file.toString();
        assertThat(line.execute(arguments)).isZero();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(out.toString())) {
            return rows.stream().toList();
        }
    }
}
