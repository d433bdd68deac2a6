package org.vigia.producers.claim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Opens a RocksDB store whose memory is bounded. */
public final class Stores {

    private static final long CACHE = 32L << 20;
    private static final long WRITE_BUFFER = 16L << 20;
    private static final int BLOOM_BITS = 10;

    static {
        RocksDB.loadLibrary();
    }

    private Stores() {}

    /**
     * Deletes a store, if there is one.
     *
     * @throws IOException if it is open
     */
    public static void destroy(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Options options = new Options()) {
            RocksDB.destroyDB(directory.toString(), options);
        } catch (RocksDBException e) {
            throw new IOException("The directory " + directory + " is in use by another process of Vigía", e);
        }
    }

    /** A store with what must be closed with it. */
    public record Store(RocksDB db, Options options, LRUCache cache, BloomFilter filter) implements AutoCloseable {

        @Override
        public void close() {
            db.close();
            options.close();
            filter.close();
            cache.close();
        }
    }

    /**
     * Opens a store.
     *
     * @param directory its directory, made if missing
     * @throws IOException if another process has the store open, or it cannot be read
     */
    public static Store open(Path directory) throws IOException {
        Files.createDirectories(directory);
        LRUCache cache = new LRUCache(CACHE);
        BloomFilter filter = new BloomFilter(BLOOM_BITS);
        Options options = new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(WRITE_BUFFER)
                .setMaxWriteBufferNumber(2)
                .setMaxOpenFiles(256)
                .setMaxTotalWalSize(4 * WRITE_BUFFER)
                .setKeepLogFileNum(2)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(
                        new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(filter));
        try {
            return new Store(RocksDB.open(options, directory.toString()), options, cache, filter);
        } catch (RocksDBException e) {
            options.close();
            filter.close();
            cache.close();
            String why = String.valueOf(e.getMessage()).contains("lock")
                    ? " is in use by another process of Vigía. Stop it, or give this one another directory."
                    : " cannot be opened. Delete it: it is rebuilt from the topic.";
            throw new IOException("The index " + directory + why, e);
        }
    }
}
