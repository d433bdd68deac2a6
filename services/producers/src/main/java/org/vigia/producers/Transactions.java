package org.vigia.producers;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectedRecord;
import org.vigia.producers.claim.Fingerprint;
import org.vigia.producers.publish.EventSink;
import org.vigia.producers.publish.KnownClaims;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

/**
 * The transactions of one file. Events, rejected records and, in the last one, the ledger entry become visible together;
 * only then does the index learn of them.
 */
final class Transactions {

    /** Most rows of one transaction. */
    static final int ROWS = 10_000;

    private static final long LONGEST = Duration.ofSeconds(2).toNanos();

    private final EventSink sink;
    private final KnownClaims known;
    private final Topics topics;
    private final Topic<?> events;
    private final Runnable committed;
    private final LongSupplier nanoTime;
    private long rows;
    private long begunAt;
    private boolean empty = true;

    /** @param committed is told of every commit */
    Transactions(
            EventSink sink,
            KnownClaims known,
            Topics topics,
            Topic<?> events,
            Runnable committed,
            LongSupplier nanoTime) {
        this.sink = sink;
        this.known = known;
        this.topics = topics;
        this.events = events;
        this.committed = committed;
        this.nanoTime = nanoTime;
    }

    void begin() throws IOException {
        sink.begin();
        rows = 0;
        empty = true;
        begunAt = nanoTime.getAsLong();
    }

    @Nullable
    Fingerprint known(Fingerprint event) throws IOException {
        return known.get(event);
    }

    byte[] encode(SpecificRecord event) throws IOException {
        return sink.encode(events, event);
    }

    void event(String key, Fingerprint event, Fingerprint state, byte[] value) throws IOException {
        empty = false;
        sink.send(events, key, value);
        known.sent(event, state);
    }

    void rejected(RejectedRecord rejected) throws IOException {
        empty = false;
        sink.send(topics.rejected, rejected.getFeed(), sink.encode(topics.rejected, rejected));
    }

    /** Some rows are dealt with for good; commits if enough are. */
    void done(long number) throws IOException {
        rows += number;
        if (rows >= ROWS) {
            commit();
            begin();
        } else {
            tick();
        }
    }

    /** Commits if the transaction is open for long; to be called between any two rows, or Kafka gives it up. */
    void tick() throws IOException {
        if (nanoTime.getAsLong() - begunAt < LONGEST) {
            return;
        }
        if (empty && rows == 0) {
            begunAt = nanoTime.getAsLong();
        } else {
            commit();
            begin();
        }
    }

    /** Ends the file. */
    void finish(LedgerEntry ledger) throws IOException {
        sink.send(topics.feedLedger, ledger.getFeed(), sink.encode(topics.feedLedger, ledger));
        commit();
    }

    void abort() {
        sink.abort();
        known.aborted();
    }

    private void commit() throws IOException {
        List<EventSink.Written> written = sink.commit().stream()
                .filter(part -> part.topic().equals(events.name()))
                .toList();
        known.committed(written);
        committed.run();
    }
}
