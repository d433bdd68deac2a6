package org.vigia.producers.claim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was last published of every event of one topic, and up to which offsets that is known. The topic is the truth;
 * the index only spares reading it again, and may be deleted at any time. States never lag behind the offsets, so after a
 * crash the index is behind the topic at most.
 *
 * <p>The newest states wait in memory until there are {@value #MOST_PENDING}, and are written sorted, which costs half of
 * writing them one by one; a crash loses them, and they are read from the topic again.
 */
public final class ClaimIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimIndex.class);

    static final int MOST_PENDING = 1 << 17;

    private final Stores.Store store;
    private final IndexedTopic topic;
    private final StateFile file;
    /** Guards all that follows; lookups share it. */
    private final ReadWriteLock view = new ReentrantReadWriteLock();

    private final Map<Fingerprint, Optional<Fingerprint>> pending = new HashMap<>();
    private final Map<Integer, Long> pendingOffsets = new TreeMap<>();
    private @Nullable ReadOptions held;
    private boolean closed;

    /**
     * Opens an index.
     *
     * @param directory its directory, made if missing
     */
    public ClaimIndex(Path directory) throws IOException {
        store = Stores.open(directory);
        topic = new IndexedTopic(store, StateFile.STATE);
        file = new StateFile(store, directory);
    }

    /** State of the last published claim of an event; null if there is none. May be called while another thread writes. */
    public @Nullable Fingerprint get(Fingerprint event) throws IOException {
        return get(List.of(event)).getFirst().orElse(null);
    }

    /** States of several events, in their order; many at once cost a third of as many one by one. */
    public List<Optional<Fingerprint>> get(List<Fingerprint> events) throws IOException {
        if (events.isEmpty()) {
            return List.of();
        }
        List<byte[]> keys = new ArrayList<>(events.size());
        events.forEach(event -> keys.add(StateFile.key(event)));
        List<Optional<Fingerprint>> states = new ArrayList<>(events.size());
        view.readLock().lock();
        try {
            requireOpen();
            ReadOptions options = held;
            List<byte[]> stored = options == null
                    ? store.db().multiGetAsList(keys)
                    : store.db().multiGetAsList(options, keys);
            for (int i = 0; i < stored.size(); i++) {
                Optional<Fingerprint> newest = pending.get(events.get(i));
                states.add(
                        newest != null
                                ? newest
                                : Optional.ofNullable(stored.get(i)).map(StateFile::state));
            }
            return states;
        } catch (RocksDBException e) {
            throw new IOException("Cannot read the index of claims", e);
        } finally {
            view.readLock().unlock();
        }
    }

    /**
     * Shows lookups the index as it is now, until {@link #release}: who reads a topic again from further back puts older
     * states before newer ones, and nobody must take those for the last.
     */
    public void hold() throws IOException {
        view.writeLock().lock();
        try {
            requireOpen();
            flush();
            held = new ReadOptions().setSnapshot(store.db().getSnapshot());
        } finally {
            view.writeLock().unlock();
        }
    }

    /** Ends {@link #hold}. */
    public void release() {
        view.writeLock().lock();
        try {
            ReadOptions options = held;
            held = null;
            if (options != null && !closed) {
                store.db().releaseSnapshot(options.snapshot());
                options.close();
            }
        } finally {
            view.writeLock().unlock();
        }
    }

    /**
     * Records what was published.
     *
     * @param states state by event; {@code Optional.empty} in the place of a state forgets the event
     * @param offsets by partition, the offset from which the topic is not yet known
     */
    public void put(Map<Fingerprint, Optional<Fingerprint>> states, Map<Integer, Long> offsets) throws IOException {
        view.writeLock().lock();
        try {
            requireOpen();
            if (held != null) {
                // Lookups would see what waits in memory.
                file.write(states, offsets);
                return;
            }
            pending.putAll(states);
            pendingOffsets.putAll(offsets);
            if (pending.size() >= MOST_PENDING) {
                flush();
            }
        } finally {
            view.writeLock().unlock();
        }
    }

    private void flush() throws IOException {
        if (!pending.isEmpty() || !pendingOffsets.isEmpty()) {
            file.write(pending, pendingOffsets);
            pending.clear();
            pendingOffsets.clear();
        }
    }

    /** By partition, the offset from which the topic is not yet known. */
    public Map<Integer, Long> offsets() {
        view.readLock().lock();
        try {
            Map<Integer, Long> offsets = topic.offsets();
            offsets.putAll(pendingOffsets);
            return offsets;
        } finally {
            view.readLock().unlock();
        }
    }

    /** See {@link IndexedTopic#belongTo}. */
    public void belongTo(String identity) throws IOException {
        view.writeLock().lock();
        try {
            flush();
            topic.belongTo(identity);
        } finally {
            view.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        view.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            try {
                flush();
            } catch (IOException e) {
                LOG.debug("The newest states will be read from the topic again", e);
            }
            store.close();
        } finally {
            view.writeLock().unlock();
        }
    }

    /** Nobody may look into a store that is closed: it is native memory. */
    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("The service is stopping");
        }
    }
}
