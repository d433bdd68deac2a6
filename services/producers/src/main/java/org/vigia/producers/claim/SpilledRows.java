package org.vigia.producers.claim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;
import org.vigia.producers.table.RawRecord;

/** Rows put aside on disk, because there are too many for memory. They come back event by event. */
final class SpilledRows implements AutoCloseable {

    private static final byte FIRST = 'f';
    private static final byte ROW = 'r';

    private final Path directory;
    private final Stores.Store store;
    private final WriteOptions unlogged;
    private @Nullable RocksIterator at;
    private long rows;
    private long overfull = -1;

    /**
     * Makes room for the rows of one file.
     *
     * @param directory a directory of its own; what a crash left there is deleted
     */
    SpilledRows(Path directory) throws IOException {
        this.directory = directory;
        Stores.destroy(directory);
        store = Stores.open(directory);
        unlogged = new WriteOptions().setDisableWAL(true);
    }

    /** Puts a row aside. */
    void add(Fingerprint event, RawRecord record) throws IOException {
        byte[] key = ByteBuffer.allocate(1 + Fingerprint.BYTES).put(FIRST).array();
        event.write(ByteBuffer.wrap(key, 1, Fingerprint.BYTES));
        long row = rows++;
        try {
            byte[] known = store.db().get(key);
            long first = known == null ? row : ByteBuffer.wrap(known).getLong();
            if (known == null) {
                store.db()
                        .put(unlogged, key, ByteBuffer.allocate(8).putLong(row).array());
            }
            store.db()
                    .put(
                            unlogged,
                            ByteBuffer.allocate(17)
                                    .put(ROW)
                                    .putLong(first)
                                    .putLong(row)
                                    .array(),
                            value(event, record));
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    /** The next event; null at the end. No row may be added after the first call. */
    RowGroups.@Nullable Group next() throws IOException {
        RocksIterator iterator = at;
        if (iterator == null) {
            iterator = store.db().newIterator();
            iterator.seek(new byte[] {ROW});
            at = iterator;
        }
        List<RawRecord> taken = new ArrayList<>();
        List<RawRecord> surplus = new ArrayList<>();
        long event = -1;
        Fingerprint fingerprint = null;
        long bytes = 0;
        while (iterator.isValid()) {
            long first = ByteBuffer.wrap(iterator.key(), 1, 8).getLong();
            if (event >= 0 && first != event) {
                break;
            }
            event = first;
            byte[] value = iterator.value();
            fingerprint = Fingerprint.read(ByteBuffer.wrap(value, 8, Fingerprint.BYTES));
            RawRecord record = record(value);
            bytes += record.bytes().length;
            (bytes <= RowGroups.GROUP_LIMIT && event != overfull ? taken : surplus).add(record);
            iterator.next();
            if (bytes > 2L * RowGroups.GROUP_LIMIT) {
                // More of the same event may follow; it comes as a group of its own, all of it surplus.
                overfull = event;
                break;
            }
        }
        try {
            iterator.status();
        } catch (RocksDBException e) {
            throw failed(e);
        }
        return fingerprint == null ? null : new RowGroups.Group(fingerprint, taken, surplus);
    }

    @Override
    public void close() throws IOException {
        if (at != null) {
            at.close();
        }
        unlogged.close();
        store.close();
        Stores.destroy(directory);
    }

    /** Line, event, and the row itself. */
    private static byte[] value(Fingerprint event, RawRecord record) {
        ByteBuffer value = ByteBuffer.allocate(8 + Fingerprint.BYTES + record.bytes().length)
                .putLong(record.line());
        event.write(value);
        return value.put(record.bytes()).array();
    }

    private static RawRecord record(byte[] value) {
        byte[] bytes = Arrays.copyOfRange(value, 8 + Fingerprint.BYTES, value.length);
        return new RawRecord(ByteBuffer.wrap(value).getLong(), bytes, bytes.length, null);
    }

    private IOException failed(RocksDBException e) {
        return new IOException("Cannot sort the rows of the file in " + directory + ". Is the disk full?", e);
    }
}
