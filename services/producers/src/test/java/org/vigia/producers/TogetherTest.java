package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.FakeLog.Failure;

/** Several events in one transaction, each whole or not at all. */
class TogetherTest {

    private static final String FEED = "vigia-seizures";

    @TempDir
    Path directory;

    private Bench bench;
    private int files;

    @BeforeEach
    void start() {
        bench = new Bench(directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aBadEventDoesNotHurtItsNeighboursAndAllCostOneTransaction() throws IOException {
        List<LoadOutcome> outcomes = together(event("A", 1, "kg"), event("B", 1, "furlong"), event("C", 1, "kg"));

        assertThat(counts(outcomes)).containsExactly("1 0 0 0 0", "UNKNOWN_UNIT", "1 0 0 0 0");
        assertThat(bench.log.commits).isOne();
        assertThat(bench.log.latest(bench.topics.seizures)).containsOnlyKeys("vigia:A", "vigia:C");
        assertThat(bench.log.ledger()).hasSize(2);
        assertThat(bench.log.rejected()).isEmpty();
    }

    @Test
    void theSameEventSeveralTimesIsJudgedInTheOrderOfTheRequests() throws IOException {
        LoadInput first = event("A", 1, "kg");
        List<LoadOutcome> outcomes =
                together(first, event("A", 2, "kg"), first, event("A", 9, "furlong"), first.named("new statement"));

        assertThat(counts(outcomes))
                .containsExactly("1 0 0 0 0", "0 0 1 0 0", "0 1 0 0 0", "UNKNOWN_UNIT", "0 0 1 0 0");
        assertThat(amount()).isEqualTo("1");
        assertThat(bench.log.records(bench.topics.seizures)).hasSize(3);
        bench.restart("elsewhere");
        assertThat(counts(together(event("A", 2, "kg")))).containsExactly("0 1 0 0 0");
    }

    @Test
    void aNameHoldsWithinTheTransactionAsItDoesBeyondIt() throws IOException {
        LoadInput event = event("A", 1, "kg").named("k");

        List<LoadOutcome> outcomes = together(event, event, event("A", 2, "kg").named("k"));
        List<LoadOutcome> again = together(event, event("A", 2, "kg").named("k").sentBy("another"));

        assertThat(counts(outcomes).subList(0, 2)).containsOnly("1 0 0 0 0");
        assertThat(counts(outcomes).getLast()).contains("used for other bytes");
        assertThat(counts(again)).containsExactly("1 0 0 0 0", "0 0 1 0 0");
        assertThat(bench.log.ledger()).hasSize(2);
    }

    @Test
    void ifKafkaFailsNothingOfAnyLandsAndARetryLandsAll() throws IOException {
        LoadInput[] events = {event("A", 1, "kg"), event("B", 1, "kg"), event("C", 1, "kg")};
        bench.log.fail(Failure.ON_SEND, 3);
        assertThatThrownBy(() -> together(events)).hasMessageContaining("the broker is gone");
        assertThat(bench.log.records(bench.topics.seizures)).isEmpty();

        assertThat(counts(together(events))).containsOnly("1 0 0 0 0");
    }

    @Test
    void anAnswerThatWasLostAfterTheCommitIsGivenAgain() throws IOException {
        LoadInput[] events = {
            event("A", 1, "kg").named("1"), event("B", 1, "kg").named("2")
        };
        bench.log.fail(Failure.AFTER_COMMIT, 0);
        assertThatThrownBy(() -> together(events)).hasMessageContaining("the process died");

        assertThat(counts(together(events))).containsOnly("1 0 0 0 0");
        assertThat(bench.log.records(bench.topics.seizures)).hasSize(2);
        assertThat(bench.log.ledger()).hasSize(2);
    }

    private LoadInput event(String id, int amount, String unit) throws IOException {
        String row = "seizure_id,occurred_at,country,substance,quantity,unit\n" + id + ",2024-03-05,MX,lsd," + amount
                + "," + unit + "\n";
        return bench.input("event-" + files++, row).asWhole();
    }

    private List<LoadOutcome> together(LoadInput... events) throws IOException {
        return bench.loader().loadTogether(Bench.feed(FEED), List.of(events));
    }

    private String amount() {
        return bench.log
                .latest(bench.topics.seizures, "vigia:A")
                .getItems()
                .getFirst()
                .getQuantity()
                .getAmount()
                .toString();
    }

    private static List<String> counts(List<LoadOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> switch (outcome) {
                    case LoadOutcome.Landed(LedgerEntry account) -> Bench.counts(account);
                    case LoadOutcome.Refused(RefusedInputException e) ->
                        e.refusals().getFirst().reason().name();
                    case LoadOutcome.Refused(Exception e) -> String.valueOf(e.getMessage());
                })
                .toList();
    }
}
