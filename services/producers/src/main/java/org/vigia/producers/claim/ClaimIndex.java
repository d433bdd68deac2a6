package org.vigia.producers.claim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * What was last published of every event of one topic, and up to which offsets that is known. The topic is the truth;
 * the index only spares reading it again, and may be deleted at any time. States and offsets change together, so after a
 * crash it is behind the topic at most.
 */
public final class ClaimIndex implements AutoCloseable {

    private static final byte STATE = 's';

    private final Stores.Store store;
    private final IndexedTopic topic;
    private final ReadWriteLock view = new ReentrantReadWriteLock();
    private @Nullable ReadOptions held;

    /**
     * Opens an index.
     *
     * @param directory its directory, made if missing
     */
    public ClaimIndex(Path directory) throws IOException {
        store = Stores.open(directory);
        topic = new IndexedTopic(store, STATE);
    }

    /** State of the last published claim of an event; null if there is none. May be called while another thread writes. */
    public @Nullable Fingerprint get(Fingerprint event) throws IOException {
        byte[] key = new byte[1 + Fingerprint.BYTES];
        byte[] value = new byte[Fingerprint.BYTES];
        write(STATE, event, key);
        view.readLock().lock();
        try {
            ReadOptions options = held;
            int length =
                    options == null ? store.db().get(key, value) : store.db().get(options, key, value);
            return length == Fingerprint.BYTES ? Fingerprint.read(ByteBuffer.wrap(value)) : null;
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
    public void hold() {
        view.writeLock().lock();
        try {
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
            if (options != null) {
                store.db().releaseSnapshot(options.snapshot());
                options.close();
            }
        } finally {
            view.writeLock().unlock();
        }
    }

    /**
     * Records what was published, all or nothing.
     *
     * @param states state by event; {@code Optional.empty} in the place of a state forgets the event
     * @param offsets by partition, the offset from which the topic is not yet known
     */
    public void put(Map<Fingerprint, Optional<Fingerprint>> states, Map<Integer, Long> offsets) throws IOException {
        try (WriteBatch batch = new WriteBatch();
                WriteOptions options = new WriteOptions()) {
            for (Map.Entry<Fingerprint, Optional<Fingerprint>> state : states.entrySet()) {
                byte[] at = new byte[1 + Fingerprint.BYTES];
                write(STATE, state.getKey(), at);
                if (state.getValue().isPresent()) {
                    ByteBuffer bytes = ByteBuffer.allocate(Fingerprint.BYTES);
                    state.getValue().get().write(bytes);
                    batch.put(at, bytes.array());
                } else {
                    batch.delete(at);
                }
            }
            IndexedTopic.put(batch, offsets);
            store.db().write(options, batch);
        } catch (RocksDBException e) {
            throw new IOException("Cannot write the index of claims", e);
        }
    }

    /** By partition, the offset from which the topic is not yet known. */
    public Map<Integer, Long> offsets() {
        return topic.offsets();
    }

    /** See {@link IndexedTopic#belongTo}. */
    public void belongTo(String identity) throws IOException {
        topic.belongTo(identity);
    }

    @Override
    public void close() {
        store.close();
    }

    private static void write(byte space, Fingerprint event, byte[] into) {
        ByteBuffer buffer = ByteBuffer.wrap(into);
        buffer.put(space);
        event.write(buffer);
    }
}
