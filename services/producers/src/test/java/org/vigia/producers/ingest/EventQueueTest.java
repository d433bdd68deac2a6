package org.vigia.producers.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.LoadInput;
import org.vigia.producers.LoadOutcome;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.producers.table.FeedFile;
import org.vigia.runtime.http.ProblemException;

/** Events that wait for one another's transaction. */
class EventQueueTest {

    private final Feed feed = FeedCatalogue.shipped().require("vigia-seizures");
    private final List<List<String>> loads = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @Test
    void oneTransactionTakesAllThatCameWhileTheLastWasUnderWay() throws Exception {
        try (EventQueue queue = new EventQueue(feed, this::load, 10)) {
            List<CompletableFuture<LedgerEntry>> answers = new ArrayList<>();
            answers.add(queue.add(event("first")));
            begun.await();
            for (String name : List.of("a", "b", "c")) {
                answers.add(queue.add(event(name)));
            }
            assertThat(answers).noneMatch(CompletableFuture::isDone);
            go.countDown();
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
        }

        assertThat(loads).containsExactly(List.of("first"), List.of("a", "b", "c"));
    }

    @Test
    void whatFindsNoRoomIsToldWhenToComeAgain() throws Exception {
        try (EventQueue queue = new EventQueue(feed, this::load, 2)) {
            var first = queue.add(event("first"));
            begun.await();
            var others = List.of(queue.add(event("a")), queue.add(event("b")));

            assertThatThrownBy(() -> queue.add(event("c"))).isInstanceOfSatisfying(ProblemException.class, full -> {
                assertThat(full.problem().status()).isEqualTo(429);
                assertThat(full.headers()).containsKey("Retry-After");
            });
            assertThat(first).isNotDone();
            assertThat(others).noneMatch(CompletableFuture::isDone);
            go.countDown();
        }
    }

    @Test
    void eachIsToldWhatEndedIt() {
        go.countDown();
        try (EventQueue queue = new EventQueue(feed, this::load, 10)) {
            assertThat(queue.add(event("bad")))
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(IllegalStateException.class);
            assertThat(queue.add(event("no Kafka")))
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(503));
        }
    }

    @Test
    void aQueueThatIsClosedKeepsNobodyWaiting() {
        go.countDown();
        EventQueue queue = new EventQueue(feed, this::load, 10);
        queue.close();

        assertThat(queue.add(event("late"))).isCompletedExceptionally();
        assertThat(loads).isEmpty();
    }

    private List<LoadOutcome> load(Feed to, List<LoadInput> events) throws IOException {
        assertThat(to).isSameAs(feed);
        begun.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        List<String> names = events.stream().map(event -> event.file().name()).toList();
        loads.add(names);
        if (names.contains("no Kafka")) {
            throw new IOException("gone");
        }
        return names.stream()
                .<LoadOutcome>map(name -> name.equals("bad")
                        ? new LoadOutcome.Refused(new IllegalStateException("defect"))
                        : new LoadOutcome.Landed(new LedgerEntry()))
                .toList();
    }

    private static LoadInput event(String name) {
        return LoadInput.of(new FeedFile(Path.of(name), 1, name));
    }
}
