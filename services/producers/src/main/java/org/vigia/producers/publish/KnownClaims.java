package org.vigia.producers.publish;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.claim.ClaimContent;
import org.vigia.producers.claim.ClaimIndex;
import org.vigia.producers.claim.Fingerprint;

/** What is known of every event of a topic: its index, and above it what the transaction under way has sent. */
public final class KnownClaims implements AutoCloseable {

    private final ClaimIndex index;
    private final Coverage coverage = new Coverage();
    private final Map<Fingerprint, Optional<Fingerprint>> pending = new HashMap<>();

    public KnownClaims(ClaimIndex index) {
        this.index = index;
    }

    /**
     * Reads what the topic holds beyond the index: after a crash between commit and index, in a new directory, or if
     * another machine wrote it.
     *
     * @param schema of the topic's values; states are computed anew if it changed
     */
    public void catchUp(TopicReader topic, Schema schema) throws IOException {
        pending.clear();
        index.belongTo(topic.identity() + " " + ClaimContent.format(schema));
        Map<Integer, Long> from = index.offsets();
        coverage.read(from);
        topic.read(from, (records, next) -> {
            Map<Fingerprint, Optional<Fingerprint>> states = HashMap.newHashMap(records.size());
            records.forEach(record -> states.put(
                    Fingerprint.of(record.key()),
                    Optional.ofNullable(record.value()).map(ClaimContent::state)));
            index.put(states, next);
            coverage.read(next);
        });
    }

    /** State of the last claim of an event; null if there is none. */
    public @Nullable Fingerprint get(Fingerprint event) throws IOException {
        Optional<Fingerprint> sent = pending.get(event);
        return sent == null ? index.get(event) : sent.orElse(null);
    }

    /** A claim was sent in the transaction under way. */
    public void sent(Fingerprint event, Fingerprint state) {
        pending.put(event, Optional.of(state));
    }

    /**
     * The transaction was committed.
     *
     * @param written what it wrote to this topic
     */
    public void committed(List<EventSink.Written> written) throws IOException {
        written.forEach(coverage::committed);
        index.put(pending, coverage.next());
        pending.clear();
    }

    /** The transaction was given up. */
    public void aborted() {
        pending.clear();
    }

    @Override
    public void close() {
        index.close();
    }
}
