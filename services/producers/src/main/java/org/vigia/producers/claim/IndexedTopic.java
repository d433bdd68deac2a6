package org.vigia.producers.claim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/**
 * Of which topic the entries of an index speak, in which format, and up to which offsets. Keys of entries begin with a byte
 * of their own.
 */
public final class IndexedTopic {

    private static final byte OFFSET = 'o';
    private static final byte[] IDENTITY = "identity".getBytes(StandardCharsets.US_ASCII);

    private final RocksDB db;
    private final byte entries;

    /** @param entries first byte of the keys of all entries; not {@code o} or {@code i} */
    public IndexedTopic(Stores.Store store, byte entries) {
        db = store.db();
        this.entries = entries;
    }

    /**
     * Makes sure that the index speaks of one topic in one format, forgetting everything if it does not.
     *
     * @param identity names the topic, not only by its name, and the format
     */
    public void belongTo(String identity) throws IOException {
        byte[] expected = identity.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] actual = db.get(IDENTITY);
            if (actual == null || !Arrays.equals(actual, expected)) {
                // The identity goes last: a crash on the way leaves an index that is cleared again.
                db.delete(IDENTITY);
                db.deleteRange(new byte[] {OFFSET}, new byte[] {OFFSET + 1});
                db.deleteRange(new byte[] {entries}, new byte[] {(byte) (entries + 1)});
                db.put(IDENTITY, expected);
            }
        } catch (RocksDBException e) {
            throw new IOException("Cannot prepare an index. Is the disk full?", e);
        }
    }

    /** By partition, the offset from which the topic is not yet known. */
    public Map<Integer, Long> offsets() {
        Map<Integer, Long> offsets = new TreeMap<>();
        try (RocksIterator at = db.newIterator()) {
            for (at.seek(new byte[] {OFFSET}); at.isValid() && at.key()[0] == OFFSET; at.next()) {
                offsets.put(
                        ByteBuffer.wrap(at.key(), 1, 4).getInt(),
                        ByteBuffer.wrap(at.value()).getLong());
            }
        }
        return offsets;
    }

    /** Adds offsets to what is written together with entries. */
    public static void put(WriteBatch batch, Map<Integer, Long> offsets) throws RocksDBException {
        for (Map.Entry<Integer, Long> offset : offsets.entrySet()) {
            batch.put(
                    ByteBuffer.allocate(5).put(OFFSET).putInt(offset.getKey()).array(),
                    ByteBuffer.allocate(8).putLong(offset.getValue()).array());
        }
    }
}
