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

/**
 * What is known of every event of a topic, kept in an index. Several loads may share it. Only looking up takes no lock: a
 * load that waits for the transaction of another to end, to read behind it, must not keep that one from ending it.
 */
public final class KnownClaims implements Claims, AutoCloseable {

    private final ClaimIndex index;
    private final Coverage coverage = new Coverage();

    public KnownClaims(ClaimIndex index) {
        this.index = index;
    }

    /**
     * Reads what the topic holds beyond the index: after a crash between commit and index, in a new directory, or if
     * another machine or another feed wrote it.
     *
     * @param schema of the topic's values; states are computed anew if it changed
     */
    public synchronized void catchUp(TopicReader topic, Schema schema) throws IOException {
        index.belongTo(topic.identity() + " " + ClaimContent.format(schema));
        Map<Integer, Long> from = index.offsets();
        coverage.read(from);
        index.hold();
        try {
            topic.read(from, this::learn);
        } finally {
            index.release();
        }
    }

    private void learn(List<TopicReader.Published> records, Map<Integer, Long> next) throws IOException {
        Map<Fingerprint, Optional<Fingerprint>> states = HashMap.newHashMap(records.size());
        records.forEach(record -> states.put(
                Fingerprint.of(record.key()),
                Optional.ofNullable(record.value()).map(ClaimContent::state)));
        index.put(states, next);
        coverage.read(next);
    }

    @Override
    public @Nullable Fingerprint get(Fingerprint event) throws IOException {
        return index.get(event);
    }

    @Override
    public List<Optional<Fingerprint>> get(List<Fingerprint> events) throws IOException {
        return index.get(events);
    }

    @Override
    public synchronized void committed(Map<Fingerprint, Optional<Fingerprint>> states, List<EventSink.Written> written)
            throws IOException {
        written.forEach(coverage::committed);
        index.put(states, coverage.next());
    }

    @Override
    public void close() {
        index.close();
    }
}
