package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.LedgerEntry;

/** Inputs that are more than a file: named requests, inputs that land as a whole, and tries. */
class LoadInputTest {

    private static final String HEADER = "seizure_id,occurred_at,country,substance,quantity,unit\n";
    private static final String GOOD = HEADER + "A,2024-03-05,MX,fentanyl,1,kg\nB,2024-03-06,MX,heroin,1,kg\n";
    private static final String HALF_GOOD = HEADER + "C,2024-03-05,MX,fentanyl,1,kg\nC,2024-03-05,MX,lsd,1,furlong\n";

    @TempDir
    Path directory;

    @Test
    void aRetryOfANamedRequestGetsTheFirstAccountEvenAfterARestart() throws IOException {
        try (Bench bench = new Bench(directory)) {
            LoadInput named = bench.input("a.csv", GOOD).named("request-1");
            LedgerEntry first = bench.load("vigia-seizures", named);
            bench.restart("another machine");

            LedgerEntry again = bench.load("vigia-seizures", named);

            assertThat(again).isEqualTo(first);
            assertThat(Bench.counts(again)).isEqualTo("2 0 0 0 0");
            assertThat(bench.log.ledger()).hasSize(1);
        }
    }

    @Test
    void aNameIsNotTakenForOtherBytesButAnotherFeedHasNamesOfItsOwn() throws IOException {
        try (Bench bench = new Bench(directory)) {
            bench.load("vigia-seizures", bench.input("a.csv", GOOD).named("request-1"));
            LoadInput other = bench.input("b.csv", HALF_GOOD).named("request-1");

            assertThatThrownBy(() -> bench.load("vigia-seizures", other))
                    .isInstanceOf(IdempotencyKeyReusedException.class)
                    .hasMessageContaining("request-1");
            assertThat(bench.load("vigia-labs", other).getRejected()).isEqualTo(2);
            assertThat(bench.log.ledger()).hasSize(2);
        }
    }

    @Test
    void aWholeInputLandsWhollyOrNotAtAll() throws IOException {
        try (Bench bench = new Bench(directory)) {

            assertThatThrownBy(() -> bench.load(
                            "vigia-seizures", bench.input("c.csv", HALF_GOOD).asWhole()))
                    .isInstanceOfSatisfying(
                            RefusedInputException.class,
                            refused -> assertThat(refused.refusals())
                                    .singleElement()
                                    .satisfies(refusal ->
                                            assertThat(refusal.detail()).contains("furlong")));
            assertThat(bench.log.records(bench.topics.seizures)).isEmpty();
            assertThat(bench.log.rejected()).isEmpty();
            assertThat(bench.log.ledger()).isEmpty();

            assertThat(Bench.counts(bench.load(
                            "vigia-seizures", bench.input("d.csv", GOOD).asWhole())))
                    .isEqualTo("2 0 0 0 0");
        }
    }

    @Test
    void aRehearsalCountsAsALoadWouldAndWritesNothing() throws IOException {
        try (Bench bench = new Bench(directory)) {
            LoadInput twice = bench.input("e.csv", GOOD + "A,2024-03-05,MX,fentanyl,2,kg\n,2024-03-05,MX,lsd,,\n");

            LedgerEntry tried = bench.rehearse("vigia-seizures", twice);

            assertThat(Bench.counts(tried)).isEqualTo("2 0 1 0 1");
            assertThat(bench.log.ledger()).isEmpty();
            assertThat(bench.log.rejected()).isEmpty();
            assertThat(Bench.counts(bench.load("vigia-seizures", twice))).isEqualTo(Bench.counts(tried));
        }
    }

    @Test
    void aLoadUnderWayIsGivenUpWhenTheLoaderIsClosedAndTakenUpByTheNext() throws Exception {
        try (Bench bench = new Bench(directory)) {
            StringBuilder rows = new StringBuilder(HEADER);
            for (int i = 0; i < 30_000; i++) {
                rows.append("R" + i + ",2024-03-05,MX,lsd,,\n");
            }
            LoadInput input = bench.input("large.csv", rows.toString());
            CompletableFuture<Void> closed = new CompletableFuture<>();

            assertThatThrownBy(() -> bench.loader().load(Bench.feed("vigia-seizures"), input, (read, bytes, total) -> {
                        if (read == 15_000) {
                            new Thread(() -> {
                                        bench.loader().close();
                                        closed.complete(null);
                                    })
                                    .start();
                            await().until(() -> bench.loader().isClosing());
                        }
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("stopped before the end");
            closed.get(1, TimeUnit.MINUTES);

            bench.restart();
            LedgerEntry again = bench.load("vigia-seizures", input);
            assertThat(again.getAccepted() + again.getUnchanged()).isEqualTo(30_000);
            assertThat(bench.log.records(bench.topics.seizures)).hasSize(30_000);
        }
    }
}
