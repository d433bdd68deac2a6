package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.producers.FakeLog.Failure;
import org.vigia.producers.dropfolder.DropFolder;

/** Files that are dropped: taken once they are complete, loaded once, and never without a receipt. */
class DropFolderTest {

    private static final String HEADER = "seizure_id,occurred_at,country,substance,quantity,unit\n";
    private static final String ROWS = HEADER + "A,2024-03-05,MX,fentanyl,1,kg\nB,2024-03-05,MX,lsd,1,furlong\n";

    @TempDir
    Path directory;

    private Bench bench;
    private Path drop;
    private Path feed;
    private DropFolder folder;

    @BeforeEach
    void start() throws IOException {
        bench = new Bench(directory);
        drop = directory.resolve("drop");
        feed = drop.resolve("vigia-seizures");
        folder = watch();
    }

    @AfterEach
    void stop() {
        folder.close();
        bench.close();
    }

    private DropFolder watch() throws IOException {
        return DropFolder.watch(drop, List.of(Bench.feed("vigia-seizures"), Bench.feed("vigia-labs")), bench.loader());
    }

    @Test
    void aFileIsTakenWhenItIsRenamedAndLiesInDoneWithItsReceipt() throws IOException {
        Path part = Files.writeString(feed.resolve("march.csv.part"), ROWS);
        Files.writeString(feed.resolve(".hidden.csv"), ROWS);
        Files.writeString(feed.resolve("april.TMP"), ROWS);
        Files.writeString(feed.resolve("first.csv"), HEADER + "Z,2024-03-05,MX,lsd,,\n");
        awaitReceipt("done", "first.csv");
        assertThat(bench.log.ledger()).hasSize(1);

        Files.move(part, feed.resolve("march.csv"));

        JsonNode receipt = awaitReceipt("done", "march.csv");
        assertThat(receipt.get("accepted").asInt()).isOne();
        assertThat(receipt.get("rejected").asInt()).isOne();
        assertThat(receipt.get("name").asText()).isEqualTo("march.csv");
        assertThat(feed.resolve("done/march.csv")).hasContent(ROWS);
        assertThat(feed.resolve("march.csv")).doesNotExist();
        assertThat(feed.resolve(".hidden.csv")).exists();
        assertThat(feed.resolve("april.TMP")).exists();
        await().untilAsserted(() -> assertThat(feed.resolve(".loading")).isEmptyDirectory());
    }

    @Test
    void aFileThatCannotBeReadLiesInFailedAndSaysWhy() throws IOException {
        byte[] packed = Packed.gzip(ROWS.getBytes(StandardCharsets.UTF_8));
        put("cut.csv.gz", Arrays.copyOf(packed, packed.length - 12));

        JsonNode receipt = awaitReceipt("failed", "cut.csv.gz");

        assertThat(receipt.get("error").asText()).contains("damaged or cut off");
        assertThat(feed.resolve("failed/cut.csv.gz")).exists();
    }

    @Test
    void aBombIsNotLoaded() throws IOException {
        put("bomb.csv.gz", Packed.gzip(new byte[40 << 20]));

        assertThat(awaitReceipt("failed", "bomb.csv.gz").get("error").asText()).contains("times its size");
        assertThat(bench.log.ledger()).isEmpty();
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), ROWS);
        Files.createSymbolicLink(feed.resolve("link.csv"), secret);

        assertThat(awaitReceipt("failed", "link.csv").get("error").asText()).contains("is a link");
        assertThat(Files.isSymbolicLink(feed.resolve("failed/link.csv"))).isTrue();
        assertThat(secret).hasContent(ROWS);
        assertThat(bench.log.ledger()).isEmpty();
    }

    @Test
    void aFeedThatIsALinkIsRefused() throws IOException {
        folder.close();
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        Path other = Files.createDirectories(directory.resolve("other"));
        Files.createSymbolicLink(other.resolve("vigia-labs"), elsewhere);

        assertThatThrownBy(() -> DropFolder.watch(other, List.of(Bench.feed("vigia-labs")), bench.loader()))
                .hasMessageContaining("must be a directory");
    }

    @Test
    void filesOfOneNameDoNotReplaceEachOther() throws IOException {
        put("a.csv", ROWS.getBytes(StandardCharsets.UTF_8));
        awaitReceipt("done", "a.csv");
        put("a.csv", (HEADER + "C,2024-03-05,MX,lsd,,\n").getBytes(StandardCharsets.UTF_8));

        awaitReceipt("done", "a.csv.2");

        assertThat(feed.resolve("done/a.csv")).hasContent(ROWS);
    }

    @Test
    void namesThatMeanSomethingToATerminalAreMadePlain() throws IOException {
        put("a\u001b[31m\n.csv", ROWS.getBytes(StandardCharsets.UTF_8));
        put("x".repeat(240) + ".csv", (HEADER + "C,2024-03-05,MX,lsd,,\n").getBytes(StandardCharsets.UTF_8));

        awaitReceipt("done", "a_[31m_.csv");
        awaitReceipt("done", "x".repeat(56) + ".csv");
    }

    @Test
    void whileKafkaDoesNotAnswerTheFileWaitsAndThenLandsOnce() throws IOException {
        bench.log.fail(Failure.AFTER_COMMIT, 0);
        put("a.csv", ROWS.getBytes(StandardCharsets.UTF_8));

        JsonNode receipt = awaitReceipt("done", "a.csv");

        assertThat(receipt.get("accepted").asInt())
                .as("the account of the first try, which had landed")
                .isOne();
        assertThat(bench.log.ledger()).hasSize(1);
    }

    @Test
    void whatAKilledProcessLeftIsLoadedFirstAndOnlyOnce() throws IOException {
        put("a.csv", ROWS.getBytes(StandardCharsets.UTF_8));
        JsonNode receipt = awaitReceipt("done", "a.csv");
        folder.close();
        // As if it had been killed after the load, before the file was moved on; and once before the file was taken.
        String id = receipt.get("idempotencyKey").asText().substring("drop-".length());
        Path own = Files.createDirectories(feed.resolve(".loading").resolve(id));
        Files.move(feed.resolve("done/a.csv"), own.resolve("a.csv"));
        Files.delete(feed.resolve("done/a.csv.receipt.json"));
        Files.createDirectories(feed.resolve(".loading/empty"));

        bench.restart();
        folder = watch();

        assertThat(awaitReceipt("done", "a.csv")).isEqualTo(receipt);
        assertThat(bench.log.ledger()).hasSize(1);
        await().untilAsserted(() -> assertThat(feed.resolve(".loading")).isEmptyDirectory());
    }

    private void put(String name, byte[] content) throws IOException {
        Path part = Files.write(feed.resolve(".coming"), content);
        Files.move(part, feed.resolve(name));
    }

    private JsonNode awaitReceipt(String where, String name) throws IOException {
        Path receipt = feed.resolve(where).resolve(name + ".receipt.json");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(receipt)
                        && Files.exists(feed.resolve(where).resolve(name), LinkOption.NOFOLLOW_LINKS));
        // The next file may be on its way, but nothing unfinished stays.
        await().untilAsserted(() -> assertNothingHidden(feed.resolve(where)));
        return Api.parse(Files.readString(receipt));
    }

    private static void assertNothingHidden(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(file -> String.valueOf(file.getFileName()).startsWith(".")))
                    .isEmpty();
        }
    }
}
