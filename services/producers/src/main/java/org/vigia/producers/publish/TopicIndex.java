package org.vigia.producers.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.vigia.producers.claim.IndexedTopic;
import org.vigia.producers.claim.Stores;

/**
 * What a topic says, by keys that can be looked up. The topic is the truth; the index only spares reading it again, and may
 * be deleted at any time. Entries and offsets change together, so after a crash it is behind the topic at most.
 */
final class TopicIndex implements AutoCloseable {

    private static final byte ENTRY = 'e';

    private final Stores.Store store;
    private final IndexedTopic indexed;
    /** Nobody may look into a store that is closed: it is native memory. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    TopicIndex(Path directory) throws IOException {
        store = Stores.open(directory);
        indexed = new IndexedTopic(store, ENTRY);
    }

    /** Enters what one record of the topic says. */
    @FunctionalInterface
    interface Entering {
        void enter(TopicReader.Published published, Entries entries) throws IOException;
    }

    /** Entries that are written together. */
    @FunctionalInterface
    interface Entries {
        void put(String key, byte[] value) throws IOException;
    }

    /** Looks at one entry; returns whether to go on. */
    @FunctionalInterface
    interface Visitor {
        boolean visit(String key, byte[] value) throws IOException;
    }

    /**
     * Reads what the topic holds beyond the index.
     *
     * @param format changes whenever entries are made in another way; the index is then rebuilt
     */
    synchronized void catchUp(TopicReader topic, String format, Entering entering) throws IOException {
        enter();
        try {
            indexed.belongTo(topic.identity() + " " + format);
            read(topic, entering);
        } finally {
            use.readLock().unlock();
        }
    }

    private void read(TopicReader topic, Entering entering) throws IOException {
        topic.read(indexed.offsets(), (records, next) -> {
            try (WriteBatch batch = new WriteBatch();
                    WriteOptions options = new WriteOptions()) {
                Entries entries = (key, value) -> put(batch, key, value);
                for (TopicReader.Published record : records) {
                    entering.enter(record, entries);
                }
                IndexedTopic.put(batch, next);
                store.db().write(options, batch);
            } catch (RocksDBException e) {
                throw failed(e);
            }
        });
    }

    /** The value of a key; null if there is none. */
    byte @Nullable [] get(String key) throws IOException {
        enter();
        try {
            return store.db().get(bytes(key));
        } catch (RocksDBException e) {
            throw failed(e);
        } finally {
            use.readLock().unlock();
        }
    }

    private void enter() throws IOException {
        use.readLock().lock();
        if (closed) {
            use.readLock().unlock();
            throw new IOException("The service is stopping");
        }
    }

    /** Shows the entries whose keys begin so, in the order of their keys. */
    void visit(String beginning, Visitor visitor) throws IOException {
        byte[] prefix = bytes(beginning);
        enter();
        try (RocksIterator at = store.db().newIterator()) {
            for (at.seek(prefix); at.isValid() && startsWith(at.key(), prefix); at.next()) {
                byte[] key = at.key();
                if (!visitor.visit(new String(key, 1, key.length - 1, StandardCharsets.UTF_8), at.value())) {
                    return;
                }
            }
            at.status();
        } catch (RocksDBException e) {
            throw failed(e);
        } finally {
            use.readLock().unlock();
        }
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static void put(WriteBatch batch, String key, byte[] value) throws IOException {
        try {
            batch.put(bytes(key), value);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    private static byte[] bytes(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + text.length).put(ENTRY).put(text).array();
    }

    private static IOException failed(RocksDBException e) {
        return new IOException("Cannot read or write an index. Is the disk full?", e);
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                store.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
