package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.runtime.access.Access;
import org.vigia.runtime.settings.Settings;
import org.vigia.standalone.commands.KeyCommand;
import picocli.CommandLine;

/** What a user sees who gets the command line wrong: exit status 2 and one clear line. */
class CommandLineTest {

    @TempDir
    Path directory;

    private final StringWriter errors = new StringWriter();

    @Test
    void aMissingFileIsNamed() {
        int status = vigia("run", "--feed", "cbp-nationwide=missing.csv", "--out", directory.toString());

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("missing.csv");
    }

    @Test
    void anUnknownFeedIsNamedWithTheKnownOnes() {
        int status = vigia("run", "--feed", "cbp-nationwid=x.csv", "--out", directory.toString());

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("cbp-nationwid").contains("cbp-nationwide");
    }

    @Test
    void aFileWithoutAFeedSaysHowToWriteIt() {
        int status = vigia("run", "--feed", "file.csv", "--out", directory.toString());

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("NAME=FILE");
    }

    @Test
    void aDefinitionThatCannotBeUsedIsNamedWithItsLine() throws IOException {
        Files.writeString(directory.resolve("mine.yaml"), "feed: mine\nfieds: {}\n");

        int status = vigia("feeds", "--feeds", directory.toString());

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).contains("mine.yaml:2:").contains("Did you mean fields?");
    }

    @Test
    void aDirectoryOfDefinitionsThatIsNoneIsNamed() {
        assertThat(vigia("feeds", "--feeds", directory.resolve("absent").toString()))
                .isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("absent").contains("*.yaml");
    }

    @Test
    void nothingToRunSaysWhatToGive() {
        assertThat(vigia("run", "--out", directory.toString())).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("--feed");
    }

    @Test
    void anUnknownOptionIsAUsageError() {
        assertThat(vigia("run", "--foods", "x", "--out", "y")).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("--foods").contains("vigia run --help");
    }

    @Test
    void anImpossibleDateIsAUsageError() {
        assertThat(vigia("run", "--as-of", "2023-02-30", "--out", "y")).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("2023-02-30");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheKnownOnes() {
        assertThat(vigia("rum")).isEqualTo(2);
        assertThat(errors.toString())
                .hasLineCount(1)
                .contains("rum")
                .contains("run")
                .contains("feeds");
    }

    @Test
    void resultsThatCannotBeWrittenAreRefusedBeforeAnythingIsStarted() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        Path feed = Files.writeString(directory.resolve("feed.csv"), "");

        int status = vigia("run", "--feed", "vigia-labs=" + feed, "--out", file.toString());

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("--out").contains(file.toString());
    }

    @Test
    void anUnknownSettingIsAUsageError() {
        assertThat(vigia("topics", "--set", "colour=blue")).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("colour");
    }

    @Test
    void simulateRefusesNumbersOutOfRangeAndDirectoriesThatHoldSomething() throws IOException {
        Path used = Files.createDirectory(directory.resolve("used"));
        Files.writeString(used.resolve("mine.csv"), "kept");

        assertThat(vigia("simulate", "--events", "0", "--seed", "1", "--out", used.toString()))
                .isEqualTo(2);
        assertThat(vigia("simulate", "--events", "many", "--seed", "1", "--out", used.toString()))
                .isEqualTo(2);
        assertThat(vigia("simulate", "--events", "10", "--seed", "1", "--out", used.toString()))
                .isEqualTo(2);
        assertThat(errors.toString())
                .hasLineCount(3)
                .contains("--events", "1000000000", "many")
                .contains("not empty");
        assertThat(used).isDirectoryContaining(file -> file.endsWith("mine.csv"));
    }

    @Test
    void noCommandShowsTheUsage() {
        assertThat(vigia()).isEqualTo(2);
        assertThat(errors.toString()).contains("run", "up", "feeds", "topics");
    }

    private int vigia(String... arguments) {
        return Vigia.execute(arguments, new PrintWriter(errors, true));
    }

    @Test
    void anAddressThatOthersReachIsNotServedWithoutAccessRules() {
        for (String[] command : new String[][] {
            {"up", "--set", "host=0.0.0.0", "--data", directory.toString()},
            {
                "service",
                "producers",
                "--bootstrap",
                "localhost:1",
                "--registry",
                "http://localhost:1",
                "--set",
                "host=::"
            }
        }) {
            assertThat(vigia(command)).isEqualTo(2);
        }
        assertThat(errors.toString()).hasLineCount(2).contains("access.keys");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aKeyIsShownOnceAndItsLinesFitIntoTheFile() throws IOException {
        StringWriter out = new StringWriter();

        int status = new CommandLine(new KeyCommand())
                .setOut(new PrintWriter(out, true))
                .execute("harbour-1", "--scope", "write:harbour-*,read:airport");

        assertThat(status).isZero();
        Path file = Files.writeString(directory.resolve("keys.yaml"), "keys:\n" + out);
        String key = out.toString()
                .lines()
                .filter(line -> line.startsWith("# vigia_"))
                .findFirst()
                .orElseThrow();
        var access = Access.from(Settings.read(Map.of("access.keys", file.toString()), Map.of(), null));
        assertThat(access.caller("Bearer " + key.substring(2)).may("write", "harbour-north"))
                .isTrue();
    }

    @Test
    void redriveNeedsToKnowWhereTheRowsAre() {
        assertThat(vigia("redrive")).isEqualTo(2);
        assertThat(vigia("redrive", "--reason", "COLOUR")).isEqualTo(2);
        assertThat(vigia("redrive", "--send", "--dry-run")).isEqualTo(2);
        assertThat(vigia("redrive", "--feed", "vigia-seizure", "--data", "x")).isEqualTo(2);
        assertThat(errors.toString())
                .hasLineCount(4)
                .contains("--bootstrap", "UNKNOWN_UNIT", "--dry-run", "Did you mean vigia-seizures?");
    }
}
