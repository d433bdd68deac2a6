package org.vigia.producers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.publish.Claims;
import org.vigia.producers.publish.EventSink;
import org.vigia.producers.publish.FeedTakenOverException;
import org.vigia.producers.publish.Ledger;
import org.vigia.producers.publish.RehearsedClaims;
import org.vigia.producers.publish.RejectedRows;
import org.vigia.producers.table.FeedFile;
import org.vigia.schemas.topics.Topic;

/**
 * Loads partner files into Kafka, each row exactly once. Of one feed one load runs at a time, of several feeds as many as
 * there are; one process may load a feed at a time, and a later one shuts the earlier one out.
 *
 * <p>Loading the very same bytes again changes nothing, even after later corrections: a row of a known event is then
 * unchanged, and only rows of unknown events, such as once rejected ones, still land. So sending an old file again
 * cannot revert a correction; send the rows in a new file.
 */
public final class FeedLoader implements AutoCloseable {

    private final LoadSettings settings;
    private final EventLog log;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final PublishedState published;
    private final Map<String, Writer> writers = new ConcurrentHashMap<>();
    private volatile boolean closing;

    public FeedLoader(LoadSettings settings) {
        this(settings, EventLog.kafka(settings), Clock.systemUTC(), System::nanoTime);
    }

    FeedLoader(LoadSettings settings, EventLog log, Clock clock, LongSupplier nanoTime) {
        this.settings = settings;
        this.log = log;
        this.clock = clock;
        this.nanoTime = nanoTime;
        published = new PublishedState(log, settings.topics(), settings.indexDirectory());
    }

    /** The one place of this process that writes a feed; its lock keeps loads of the feed one after the other. */
    private static final class Writer {
        @Nullable
        EventSink sink;
    }

    /** Loads a file of the user's, or a directory if the feed reads one, see {@link #load(Feed, LoadInput, LoadProgress)}. */
    public LedgerEntry load(Feed feed, Path path, LoadProgress progress) throws IOException {
        return load(feed, LoadInput.of(FeedFile.of(path, feed.layout())), progress);
    }

    /**
     * Loads an input. Blocks until its last transaction is committed. After a failure it can be loaded again: what was
     * committed is then unchanged. What a failed load committed has a ledger entry that is marked incomplete, as far as
     * Kafka still takes one.
     *
     * @return the account of the load, as it stands in the ledger topic; of an input with an idempotency key that was
     *     loaded before, the account of then
     * @throws java.nio.file.NoSuchFileException if the file is missing; nothing was written then
     * @throws IdempotencyKeyReusedException if other bytes were loaded under the same key
     * @throws RefusedInputException if the input was to land as a whole and cannot
     * @throws UnreadableFileException if it cannot be read to its end
     * @throws IOException if Kafka or the registry fails; the message says what to do
     */
    public LedgerEntry load(Feed feed, LoadInput input, LoadProgress progress) throws IOException {
        LoadProgress untilClosed = (rows, bytes, total) -> {
            progress.rows(rows, bytes, total);
            requireOpen();
        };
        return write(feed, sink -> {
            // The sink comes first: once nobody else writes the feed, the topic's end is the truth about it.
            Ledger ledger = published.ledger();
            LedgerEntry answered = answered(ledger, feed, input);
            if (answered != null) {
                return answered;
            }
            Claims claims = published.claims(feed.topic(settings.topics()));
            return inputLoad(feed, input, sink, claims, isLoaded(ledger, feed, input), "rows-" + feed.name())
                    .run(untilClosed);
        });
    }

    /**
     * Loads several inputs in one transaction, in their order, each whole or not at all.
     *
     * @param inputs that are to land as a whole
     * @return an outcome for each
     * @throws IOException if Kafka or the registry fails; nothing of any has landed, or all of it
     */
    public List<LoadOutcome> loadTogether(Feed feed, List<LoadInput> inputs) throws IOException {
        Topic<? extends SpecificRecord> topic = feed.topic(settings.topics());
        return write(feed, sink -> {
            Ledger ledger = published.ledger();
            Claims known = published.claims(topic);
            SharedTransaction transaction = new SharedTransaction(
                    sink,
                    known,
                    (input, held, claims, before) -> inputLoad(
                            feed, input, held, claims, before || isLoaded(ledger, feed, input), "rows-" + feed.name()));
            return transaction.run(
                    inputs, settings.times().get().recordedAt(), topic.name(), input -> answered(ledger, feed, input));
        });
    }

    /** Something done with the one place of this process that writes a feed. */
    @FunctionalInterface
    private interface Writing<T> {
        T with(EventSink sink) throws IOException;
    }

    private <T> T write(Feed feed, Writing<T> work) throws IOException {
        Writer writer = writers.computeIfAbsent(feed.name(), ignored -> new Writer());
        synchronized (writer) {
            try {
                requireOpen();
                return write(feed, writer, work);
            } catch (FeedTakenOverException e) {
                // Another process had the feed in between, and may be done with it.
                return write(feed, writer, work);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    private <T> T write(Feed feed, Writer writer, Writing<T> work) throws IOException {
        try {
            EventSink sink = writer.sink;
            if (sink == null) {
                sink = log.sink(feed);
                writer.sink = sink;
            }
            return work.with(sink);
        } catch (RefusedInputException | IdempotencyKeyReusedException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            EventSink failed = writer.sink;
            writer.sink = null;
            if (failed != null) {
                failed.close();
            }
            throw e;
        }
    }

    private void requireOpen() {
        if (closing) {
            throw new UncheckedIOException(
                    new IOException(
                            "The loader was stopped before the end. Load the same again: what has landed counts as unchanged."));
        }
    }

    /**
     * Tries what a load would do, without writing anything or keeping anybody from loading.
     *
     * @return the account that the load would have now
     * @throws IOException as {@link #load(Feed, LoadInput, LoadProgress)}
     */
    public LedgerEntry rehearse(Feed feed, LoadInput input) throws IOException {
        Topic<? extends SpecificRecord> topic = feed.topic(settings.topics());
        try (EventSink sink = log.rehearsal()) {
            Claims claims = new RehearsedClaims(published.claims(topic));
            boolean before = isLoaded(published.ledger(), feed, input);
            return inputLoad(feed, input, sink, claims, before, "tried-" + System.identityHashCode(sink))
                    .run(LoadProgress.none());
        }
    }

    /** The account of the last load of a batch, to its end if there is such; null if there is none. */
    public @Nullable LedgerEntry account(String batchId) throws IOException {
        return published.ledger().ofBatch(batchId);
    }

    /** Shows the refused rows of a batch in the order of their lines. */
    public void rejected(String batchId, RejectedRows.Visitor visitor) throws IOException {
        published.rejected().ofBatch(batchId, visitor);
    }

    /** Shows the refused rows of a feed that were not sent again since, batch by batch. */
    public void openRejections(Feed feed, RejectedRows.Visitor visitor) throws IOException {
        published.rejected().ofFeed(feed.name(), open(visitor));
    }

    /** Shows the refused rows of a batch that were not sent again since, in the order of their lines. */
    public void openRejections(String batchId, RejectedRows.Visitor visitor) throws IOException {
        published.rejected().ofBatch(batchId, open(visitor));
    }

    private RejectedRows.Visitor open(RejectedRows.Visitor visitor) throws IOException {
        Ledger ledger = published.ledger();
        return record -> {
            Instant redriven = ledger.redriven(record.getRejectionId());
            boolean open = redriven == null || record.getRecordedAt().isAfter(redriven);
            return !open || visitor.visit(record);
        };
    }

    private static @Nullable LedgerEntry answered(Ledger ledger, Feed feed, LoadInput input) throws IOException {
        String key = input.idempotencyKey();
        LedgerEntry before = key == null ? null : ledger.named(feed.name(), input.sender(), key);
        if (before != null) {
            IdempotencyKeyReusedException.check(input, before);
        }
        return before;
    }

    /** Whether the very same bytes were loaded to their end before. */
    private static boolean isLoaded(Ledger ledger, Feed feed, LoadInput input) throws IOException {
        return ledger.contains(feed.name(), input.file().checksum());
    }

    private InputLoad inputLoad(
            Feed feed, LoadInput input, EventSink sink, Claims claims, boolean loadedBefore, String rows) {
        LoadTime time = settings.times().get();
        RefusedRows redrive = input.redrive();
        Batch batch = new Batch(
                feed.name(),
                feed.partner(),
                input.file().name(),
                input.file().checksum(),
                time.recordedAt(),
                time.asOf(),
                redrive == null ? null : redrive.checksum());
        Transactions transactions = new Transactions(
                sink,
                claims,
                settings.topics(),
                feed.topic(settings.topics()),
                time.recordedAt(),
                input.whole(),
                nanoTime);
        // A single event under a new name is a new statement, even if it says again what an earlier one said.
        boolean newStatement = input.whole() && input.idempotencyKey() != null;
        return new InputLoad(
                feed,
                input,
                batch,
                loadedBefore && !newStatement,
                transactions,
                settings.indexDirectory().resolve(rows),
                clock);
    }

    /** Whether it was closed, or is about to be. */
    boolean isClosing() {
        return closing;
    }

    /** Closes; a load under way is given up, and what it had committed stays. */
    @Override
    public void close() {
        closing = true;
        writers.values().forEach(writer -> {
            synchronized (writer) {
                if (writer.sink != null) {
                    writer.sink.close();
                    writer.sink = null;
                }
            }
        });
        published.close();
    }
}
