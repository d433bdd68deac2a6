package org.vigia.producers.claim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;
import org.vigia.producers.table.RawRecord;

/**
 * Brings the rows of each event together, wherever they stand in the file, in bounded memory: rows are put aside on disk
 * and come back event by event, in the order in which the events first appear.
 */
public final class RowGroups implements AutoCloseable {

    /** Most bytes of rows of one event that are taken together. */
    static final int GROUP_LIMIT = 4 << 20;

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
    public RowGroups(Path directory) throws IOException {
        this.directory = directory;
        Stores.destroy(directory);
        store = Stores.open(directory);
        unlogged = new WriteOptions().setDisableWAL(true);
    }

    /**
     * The rows of one event in the order of the file.
     *
     * @param rows as many as may be taken together
     * @param surplus what is beyond that
     */
    public record Group(List<RawRecord> rows, List<RawRecord> surplus) {}

    /**
     * Puts a row aside.
     *
     * @param event key of the event that it speaks of
     */
    public void add(String event, RawRecord record) throws IOException {
        byte[] key = ByteBuffer.allocate(1 + Fingerprint.BYTES).put(FIRST).array();
        Fingerprint.of(event).write(ByteBuffer.wrap(key, 1, Fingerprint.BYTES));
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
                            ByteBuffer.allocate(8 + record.bytes().length)
                                    .putLong(record.line())
                                    .put(record.bytes())
                                    .array());
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    /** The next event; null at the end. No row may be added after the first call. */
    public @Nullable Group next() throws IOException {
        RocksIterator iterator = at;
        if (iterator == null) {
            iterator = store.db().newIterator();
            iterator.seek(new byte[] {ROW});
            at = iterator;
        }
        List<RawRecord> taken = new ArrayList<>();
        List<RawRecord> surplus = new ArrayList<>();
        long event = -1;
        long bytes = 0;
        while (iterator.isValid()) {
            long first = ByteBuffer.wrap(iterator.key(), 1, 8).getLong();
            if (event >= 0 && first != event) {
                break;
            }
            event = first;
            RawRecord record = record(iterator.value());
            bytes += record.bytes().length;
            (bytes <= GROUP_LIMIT && event != overfull ? taken : surplus).add(record);
            iterator.next();
            if (bytes > 2L * GROUP_LIMIT) {
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
        return event < 0 ? null : new Group(List.copyOf(taken), List.copyOf(surplus));
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

    private static RawRecord record(byte[] value) {
        byte[] bytes = new byte[value.length - 8];
        System.arraycopy(value, 8, bytes, 0, bytes.length);
        return new RawRecord(ByteBuffer.wrap(value).getLong(), bytes, bytes.length, null);
    }

    private IOException failed(RocksDBException e) {
        return new IOException("Cannot sort the rows of the file in " + directory + ". Is the disk full?", e);
    }
}
