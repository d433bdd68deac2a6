package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.standalone.commands.ScreenCommand;
import picocli.CommandLine;

/** {@code vigia screen} on lists and names that are made up on the spot. */
class ScreenCommandTest {

    private static final String LIST = """
            "Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"\t"Standard_Order"\t"Last_Update"\t"Action"\t"FR_Citation"
            "SOKOLOV, IVAN PETROVICH"\t"1 MAIN STREET"\t"MOSCOW"\t""\t"RU"\t""\t"01/02/2019"\t"01/02/2029"\t"Y"\t"2019-01-02"\t""\t"84 F.R. 1"
            "SEVER TRADING LLC"\t"2 MAIN STREET"\t"MOSCOW"\t""\t"RU"\t""\t"01/02/2019"\t"01/02/2029"\t"Y"\t"2019-01-02"\t""\t"84 F.R. 2"
            """;

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void namesOfAFileAreScreenedWithScoreAndReason() throws IOException {
        Path list = write("dpl.txt", LIST);
        Path names = write("names.txt", "Ivan Sokolow\nSomebody Else\n\nООО Север Трейдинг\nOOO Sever Trading\n");

        assertThat(screen("--reference", "bis-dpl=" + list, names.toString()))
                .as(errors.toString())
                .isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("name,score,list,entry_id,matched_name,program,reason");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Ivan Sokolow,0.")
                        .contains("bis-dpl", "\"SOKOLOV, IVAN PETROVICH\""))
                .anySatisfy(line -> assertThat(line).startsWith("OOO Sever Trading,1.0000,bis-dpl,"))
                .noneSatisfy(line -> assertThat(line).contains("Somebody"));
    }

    @Test
    void aColumnOfNamesIsRead() throws IOException {
        Path list = write("dpl.txt", LIST);
        Path names = write("names.csv", "id,name,schema\n1,\"SOKOLOV, Ivan\",Person\n2,Sever Trading,Company\n");

        assertThat(screen("--top", "1", "--threshold", "0.7", "--reference", "bis-dpl=" + list, names.toString()))
                .as(errors.toString())
                .isZero();

        assertThat(out.toString().lines().skip(1))
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("\"SOKOLOV, Ivan\","),
                        line -> assertThat(line).startsWith("Sever Trading,"));
    }

    @Test
    void pairsAreWrittenWithScoreAndMatch() throws IOException {
        Path pairs = write(
                "pairs.csv",
                "id,schema,name1,name2\n1,Person,Ivan Sokolov,\"SOKOLOV, Iwan\"\n2,Company,Unit 7,Unit 9\n");

        assertThat(screen("--pairs", pairs.toString())).as(errors.toString()).isZero();

        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("id,schema,name1,name2,score,match"),
                        line -> assertThat(line).startsWith("1,Person,").endsWith(",true"),
                        line -> assertThat(line).startsWith("2,Company,").endsWith(",false"));
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        assertThat(vigia("screen", "names.txt")).isEqualTo(2);
        assertThat(errors.toString()).contains("--reference NAME=PATH");
        assertThat(vigia("screen", "--pairs", directory.resolve("absent.csv").toString()))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("absent.csv");
        Path pairs = write("pairs.csv", "a,b\n1,2\n");
        assertThat(vigia("screen", "--pairs", pairs.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("schema, name1 and name2");
        assertThat(vigia("screen", "--threshold", "2", "--pairs", pairs.toString()))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("--threshold 2.0");
    }

    private int screen(String... arguments) {
        return new CommandLine(new ScreenCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }

    private int vigia(String... arguments) {
        return Vigia.execute(arguments, new PrintWriter(errors));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
