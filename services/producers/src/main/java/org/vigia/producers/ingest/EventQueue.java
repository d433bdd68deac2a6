package org.vigia.producers.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.LoadInput;
import org.vigia.producers.LoadOutcome;
import org.vigia.producers.feed.Feed;
import org.vigia.runtime.http.Problem;
import org.vigia.runtime.http.ProblemException;

/**
 * Single events of one feed that wait for Kafka. A transaction takes all that wait, in the order in which they came, so that
 * its cost is shared by as many as there are; nobody waits for others to come. Bounded in number and bytes.
 */
final class EventQueue implements AutoCloseable {

    /** Events that may wait. */
    static final int MOST_WAITING = 2_000;

    /** Bytes of those events. */
    static final long MOST_BYTES = 64L << 20;

    /** Events of one transaction, so that nobody waits for long on others. */
    private static final int MOST_TOGETHER = 500;

    private static final long LOOK_MILLIS = 100;

    private static final String WAIT_SECONDS = "1";

    /** Loads several events together. */
    @FunctionalInterface
    interface Loader {
        List<LoadOutcome> load(Feed feed, List<LoadInput> events) throws IOException;
    }

    private record Waiting(LoadInput event, CompletableFuture<LedgerEntry> answer) {}

    private final Feed feed;
    private final Loader loader;
    private final BlockingQueue<Waiting> waiting;
    private final AtomicLong bytes = new AtomicLong();
    private final Thread worker;
    private volatile boolean closed;

    /** @param most events that may wait */
    EventQueue(Feed feed, Loader loader, int most) {
        this.feed = feed;
        this.loader = loader;
        waiting = new ArrayBlockingQueue<>(most);
        worker = Thread.ofPlatform().daemon().name("events-" + feed.name()).start(this::work);
    }

    /**
     * Puts an event to those that wait.
     *
     * @return its account once Kafka has acknowledged it, or what ended it as a {@link ProblemException}
     * @throws ProblemException 429 if there is no room
     */
    CompletableFuture<LedgerEntry> add(LoadInput event) {
        Waiting one = new Waiting(event, new CompletableFuture<>());
        long size = event.file().size();
        if (bytes.addAndGet(size) > MOST_BYTES || !waiting.offer(one)) {
            bytes.addAndGet(-size);
            throw new ProblemException(
                    Problem.of(
                            429,
                            "Too much at a time",
                            "As many events as may wait are waiting. Send the request again in a while."),
                    Map.of("Retry-After", WAIT_SECONDS));
        }
        if (closed) {
            refuseWaiting();
        }
        return one.answer();
    }

    private void work() {
        while (!closed) {
            List<Waiting> together = new ArrayList<>();
            try {
                // An interrupt would tear a transaction apart, so the end is looked for now and then.
                Waiting first = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                together.add(first);
            } catch (InterruptedException e) {
                break;
            }
            waiting.drainTo(together, MOST_TOGETHER - 1);
            load(together);
        }
        refuseWaiting();
    }

    private void load(List<Waiting> together) {
        try {
            List<LoadOutcome> outcomes =
                    loader.load(feed, together.stream().map(Waiting::event).toList());
            for (int i = 0; i < together.size(); i++) {
                CompletableFuture<LedgerEntry> answer = together.get(i).answer();
                switch (outcomes.get(i)) {
                    case LoadOutcome.Landed landed -> answer.complete(landed.account());
                    case LoadOutcome.Refused refused -> answer.completeExceptionally(Loads.problem(refused.why()));
                }
            }
        } catch (Throwable e) {
            // Errors too: who waits must be answered, and the next events taken.
            RuntimeException problem = Loads.problem(
                    e instanceof Exception known ? known : new IllegalStateException("The load failed: " + e, e));
            together.forEach(one -> one.answer().completeExceptionally(problem));
        } finally {
            together.forEach(one -> bytes.addAndGet(-one.event().file().size()));
        }
    }

    private void refuseWaiting() {
        RuntimeException problem = Loads.problem(new IOException("The service is stopping"));
        for (Waiting one = waiting.poll(); one != null; one = waiting.poll()) {
            one.answer().completeExceptionally(problem);
        }
    }

    /** Stops; what is under way is ended first, and those that wait are told to come again. */
    @Override
    public void close() {
        closed = true;
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseWaiting();
    }
}
