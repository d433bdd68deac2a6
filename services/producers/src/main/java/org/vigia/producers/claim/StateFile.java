package org.vigia.producers.claim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rocksdb.EnvOptions;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** Writes states of events into a store: many as a sorted file that the store takes over, few as they are. */
final class StateFile {

    /** First byte of the keys of states. */
    static final byte STATE = 's';

    /** Fewer are not worth a file. */
    private static final int FEWEST = 1 << 12;

    private static final Comparator<Map.Entry<Fingerprint, Optional<Fingerprint>>> BY_KEY =
            Map.Entry.comparingByKey(Comparator.<Fingerprint>comparingLong(event -> event.high() ^ Long.MIN_VALUE)
                    .thenComparingLong(event -> event.low() ^ Long.MIN_VALUE));

    private final Stores.Store store;
    private final Path path;

    /** @param directory that of the store */
    StateFile(Stores.Store store, Path directory) {
        this.store = store;
        // A crash may leave it behind; the next one is written over it.
        path = directory.resolve("states.new");
    }

    static byte[] key(Fingerprint event) {
        ByteBuffer key = ByteBuffer.allocate(1 + Fingerprint.BYTES).put(STATE);
        event.write(key);
        return key.array();
    }

    static Fingerprint state(byte[] value) {
        return Fingerprint.read(ByteBuffer.wrap(value));
    }

    /** Writes states, and the offsets behind them last. */
    void write(Map<Fingerprint, Optional<Fingerprint>> states, Map<Integer, Long> offsets) throws IOException {
        try (WriteBatch batch = new WriteBatch();
                WriteOptions options = new WriteOptions()) {
            if (states.size() < FEWEST) {
                for (Map.Entry<Fingerprint, Optional<Fingerprint>> state : states.entrySet()) {
                    if (state.getValue().isPresent()) {
                        batch.put(key(state.getKey()), bytes(state.getValue().get()));
                    } else {
                        batch.delete(key(state.getKey()));
                    }
                }
            } else {
                ingest(states);
            }
            IndexedTopic.put(batch, offsets);
            store.db().write(options, batch);
        } catch (RocksDBException e) {
            throw new IOException("Cannot write the index of claims. Is the disk full?", e);
        }
    }

    private void ingest(Map<Fingerprint, Optional<Fingerprint>> states) throws RocksDBException {
        List<Map.Entry<Fingerprint, Optional<Fingerprint>>> sorted = new ArrayList<>(states.entrySet());
        sorted.sort(BY_KEY);
        try (EnvOptions environment = new EnvOptions();
                SstFileWriter writer = new SstFileWriter(environment, store.options());
                IngestExternalFileOptions options = new IngestExternalFileOptions().setMoveFiles(true)) {
            writer.open(path.toString());
            for (Map.Entry<Fingerprint, Optional<Fingerprint>> state : sorted) {
                if (state.getValue().isPresent()) {
                    writer.put(key(state.getKey()), bytes(state.getValue().get()));
                } else {
                    writer.delete(key(state.getKey()));
                }
            }
            writer.finish();
            store.db().ingestExternalFile(List.of(path.toString()), options);
        }
    }

    private static byte[] bytes(Fingerprint state) {
        ByteBuffer bytes = ByteBuffer.allocate(Fingerprint.BYTES);
        state.write(bytes);
        return bytes.array();
    }
}
