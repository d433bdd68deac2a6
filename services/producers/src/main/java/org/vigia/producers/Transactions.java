package org.vigia.producers;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectedRecord;
import org.vigia.producers.claim.Claim;
import org.vigia.producers.claim.Fingerprint;
import org.vigia.producers.publish.Claims;
import org.vigia.producers.publish.EventSink;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

/**
 * The transactions of one load. Events, rejected records and, in the last one, the ledger entry become visible together;
 * only then does the index learn of them.
 */
final class Transactions {

    /** Most rows of one transaction. */
    static final int ROWS = 10_000;

    private static final long LONGEST = Duration.ofSeconds(2).toNanos();

    private final EventSink sink;
    private final Claims known;
    private final Map<Fingerprint, Optional<Fingerprint>> sent = new HashMap<>();
    /** What was looked up ahead. */
    private final Map<Fingerprint, Optional<Fingerprint>> looked = new HashMap<>();

    private final Topics topics;
    private final Topic<?> events;
    private final Instant recordedAt;
    private final boolean single;
    private final LongSupplier nanoTime;
    private Runnable committed = () -> {};
    private long rows;
    private long begunAt;
    private boolean empty = true;

    /**
     * Transactions of a load.
     *
     * @param recordedAt timestamp of every record
     * @param single whether all must land in one transaction, or nothing
     */
    Transactions(
            EventSink sink,
            Claims known,
            Topics topics,
            Topic<?> events,
            Instant recordedAt,
            boolean single,
            LongSupplier nanoTime) {
        this.sink = sink;
        this.known = known;
        this.topics = topics;
        this.events = events;
        this.recordedAt = recordedAt;
        this.single = single;
        this.nanoTime = nanoTime;
    }

    /** Names who is told of every commit. */
    void onCommit(Runnable listener) {
        committed = listener;
    }

    void begin() throws IOException {
        sent.clear();
        sink.begin(recordedAt);
        rows = 0;
        empty = true;
        begunAt = nanoTime.getAsLong();
    }

    /** State of the last claim of an event, committed or of the transaction under way; null if there is none. */
    @Nullable
    Fingerprint known(Fingerprint event) throws IOException {
        Optional<Fingerprint> state = sent.get(event);
        if (state == null) {
            state = looked.get(event);
        }
        return state == null ? known.get(event) : state.orElse(null);
    }

    /** Looks up together what {@link #known} will be asked of one by one, which is several times faster. */
    void lookUp(List<Fingerprint> events) throws IOException {
        looked.clear();
        List<Optional<Fingerprint>> states = known.get(events);
        for (int i = 0; i < events.size(); i++) {
            looked.put(events.get(i), states.get(i));
        }
    }

    /** A claim as it would be sent. */
    byte[] encode(Claim claim) throws IOException {
        return sink.frame(events, claim.event(), claim.encoded());
    }

    void event(String key, Fingerprint event, Fingerprint state, byte[] value) throws IOException {
        empty = false;
        sink.send(events, key, value);
        sent.put(event, Optional.of(state));
    }

    void rejected(RejectedRecord rejected) throws IOException {
        empty = false;
        sink.send(topics.rejected, rejected.getFeed(), sink.encode(topics.rejected, rejected));
    }

    /** Some rows are dealt with for good; commits if enough are. */
    void done(long number) throws IOException {
        rows += number;
        if (rows >= ROWS && !single) {
            commit();
            begin();
        } else {
            tick();
        }
    }

    /** Commits if the transaction is open for long; to be called between any two rows, or Kafka gives it up. */
    void tick() throws IOException {
        if (single || nanoTime.getAsLong() - begunAt < LONGEST) {
            return;
        }
        if (empty && rows == 0) {
            begunAt = nanoTime.getAsLong();
        } else {
            commit();
            begin();
        }
    }

    /** Ends the load. */
    void finish(LedgerEntry ledger) throws IOException {
        sink.send(topics.feedLedger, ledger.getFeed(), sink.encode(topics.feedLedger, ledger));
        commit();
    }

    void abort() {
        sink.abort();
        sent.clear();
    }

    private void commit() throws IOException {
        List<EventSink.Written> written = sink.commit().stream()
                .filter(part -> part.topic().equals(events.name()))
                .toList();
        known.committed(sent, written);
        looked.replaceAll((event, state) -> sent.getOrDefault(event, state));
        committed.run();
    }
}
