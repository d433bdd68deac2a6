package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.FakeLog.Failure;

/** Whatever fails and wherever, loading the file again gives what one undisturbed load would have given. */
class RecoveryTest {

    private static final int ROWS = 2 * Transactions.ROWS + 500;

    @TempDir
    Path directory;

    @Test
    void undoesTheTransactionUnderWayAndGoesOnFromThere() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = file();
            bench.log.fail(Failure.ON_SEND, Transactions.ROWS + 100);

            // when
            assertThatThrownBy(() -> bench.load("cbp-amo", file))
                    .hasMessageContaining("the broker is gone")
                    .hasMessageContaining(Transactions.ROWS + " rows of the file have landed");
            var again = bench.load("cbp-amo", file);

            // then
            LedgerEntry part = bench.log.ledger().getFirst();
            assertThat(part.getComplete()).isFalse();
            assertThat(Bench.counts(part)).isEqualTo(Transactions.ROWS + " 0 0 0 0");
            assertThat(bench.log.ledger().stream()
                            .mapToLong(LedgerEntry::getAccepted)
                            .sum())
                    .isEqualTo(ROWS);
            assertThat(again.getAccepted()).isEqualTo(ROWS - Transactions.ROWS);
            assertThat(again.getUnchanged()).isEqualTo(Transactions.ROWS);
            assertOnce(bench);
        }
    }

    @Test
    void learnsFromTheTopicWhatTheIndexMissed() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = file();
            bench.log.fail(Failure.AFTER_COMMIT, 0);
            assertThatThrownBy(() -> bench.load("cbp-amo", file)).hasMessageContaining("the process died");

            // when
            bench.restart();
            var again = bench.load("cbp-amo", file);

            // then
            assertThat(again.getUnchanged()).isEqualTo(Transactions.ROWS);
            assertOnce(bench);
        }
    }

    @Test
    void rebuildsALostIndexAndSeesWhatAnotherMachineWrote() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = file();
            bench.load("cbp-amo", file);

            // when
            bench.restart("elsewhere");
            var elsewhere = bench.load("cbp-amo", file);

            // then
            assertThat(elsewhere.getUnchanged()).isEqualTo(ROWS);
            assertOnce(bench);
        }
    }

    @Test
    void doesNotReadAgainWhatItWroteItself() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = file();
            bench.load("cbp-amo", file);
            bench.restart();

            // when
            bench.load("cbp-amo", file);

            // then
            assertThat(bench.log.recordsRead).isZero();
        }
    }

    @Test
    void forgetsATopicThatWasDeletedAndMadeAgain() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            Path file = file();
            bench.load("cbp-amo", file);

            // when
            bench.log.recreate(bench.topics.seizures);
            var again = bench.load("cbp-amo", file);

            // then
            assertThat(again.getAccepted()).isEqualTo(ROWS);
            assertOnce(bench);
        }
    }

    @Test
    void writesNothingForAFileThatIsMissing() {
        try (Bench bench = new Bench(directory)) {
            assertThatThrownBy(() -> bench.load("cbp-amo", directory.resolve("absent.csv")))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessageContaining("there is no such file");
            assertThatThrownBy(() -> bench.load("cbp-amo", directory)).hasMessageContaining("is a directory");

            assertThat(bench.log.ledger()).isEmpty();
        }
    }

    @Test
    void saysThatAPackedFileIsCutOff() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given
            byte[] packed = Packed.gzip(Files.readAllBytes(file()));
            Path cut = Files.write(directory.resolve("cut.csv.gz"), Arrays.copyOf(packed, packed.length / 2));

            // then
            assertThatThrownBy(() -> bench.load("cbp-amo", cut))
                    .hasMessageContaining("damaged or cut off after line ")
                    .hasMessageContaining("rows of the file have landed")
                    .hasMessageContaining("load the whole file");
            LedgerEntry part = bench.log.ledger().getFirst();
            LedgerEntry whole = bench.load("cbp-amo", file());

            // then
            assertThat(part.getComplete()).isFalse();
            assertThat(part.getRead()).isEqualTo(part.getAccepted()).isBetween(1L, ROWS - 1L);
            assertThat(part.getSource().getLine()).isEqualTo(part.getRead() + 1);
            assertThat(whole.getComplete()).isTrue();
            assertThat(whole.getUnchanged()).isEqualTo(part.getAccepted());
            assertThat(whole.getAccepted()).isEqualTo(ROWS - part.getAccepted());
            assertOnce(bench);
        }
    }

    @Test
    void accountsForRefusedRowsOfAFileOfEventsThatIsCutOff() throws IOException {
        try (Bench bench = new Bench(directory)) {
            // given: events whose rows may go on behind the cut are not taken
            StringBuilder rows = new StringBuilder("seizure_id,occurred_at,country,substance\n,2024-03-05,MX,x\n");
            for (int row = 0; row < 20_000; row++) {
                rows.append("S" + row + ",2024-03-05,MX,drug " + row * 31 % 977 + "\n");
            }
            byte[] packed = Packed.gzip(rows.toString().getBytes(StandardCharsets.UTF_8));
            Path cut = Files.write(directory.resolve("cut.csv.gz"), Arrays.copyOf(packed, packed.length / 2));

            // when
            assertThatThrownBy(() -> bench.load("vigia-seizures", cut)).hasMessageContaining("1 rows of the file");

            // then
            assertThat(bench.log.ledger()).singleElement().satisfies(part -> {
                assertThat(Bench.counts(part)).isEqualTo("0 0 0 0 1");
                assertThat(part.getComplete()).isFalse();
            });
            assertThat(bench.log.rejected()).hasSize(1);
            assertThat(bench.log.records(bench.topics.seizures)).isEmpty();
        }
    }

    @Test
    void commitsByTimeWhileRowsOfOneEventArePutAside() {
        try (Bench bench = new Bench(directory)) {
            // given: every look at the clock takes 10 ms, so that reading takes longer than Kafka waits
            bench.nanosPerLook = 10_000_000;
            StringBuilder rows = new StringBuilder("seizure_id,occurred_at,country,substance\n,2024-03-05,MX,x\n");
            for (int row = 0; row < 2_000; row++) {
                rows.append("S,2024-03-05,MX,drug " + row + "\n");
            }

            // when
            LedgerEntry ledger = bench.load("vigia-seizures", rows.toString());

            // then: the refused row, the event with the ledger entry; nothing is committed where nothing is open
            assertThat(Bench.counts(ledger)).isEqualTo("2000 0 0 0 1");
            assertThat(bench.log.commits).isGreaterThanOrEqualTo(2);
            assertThat(bench.log.sizeOfFirstCommit).isEqualTo(1);
        }
    }

    private static void assertOnce(Bench bench) {
        assertThat(bench.log.records(bench.topics.seizures)).hasSize(ROWS);
        assertThat(bench.log.latest(bench.topics.seizures)).hasSize(ROWS);
    }

    private Path file() throws IOException {
        StringBuilder file = new StringBuilder(
                "FY,Month (abbv),Component,Region,Land Filter,Branch,Drug Type,Count of Event,Sum Qty (lbs)\r\n");
        for (int row = 0; row < ROWS; row++) {
            file.append("2025,OCT,Air and Marine Operations,Coastal/Interior,Land,Branch ")
                    .append(row)
                    .append(",Fentanyl,1,0.0\r\n");
        }
        return Files.write(directory.resolve("file.csv"), file.toString().getBytes(StandardCharsets.UTF_8));
    }
}
