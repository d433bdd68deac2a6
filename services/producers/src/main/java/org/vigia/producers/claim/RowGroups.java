package org.vigia.producers.claim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.table.RawRecord;

/**
 * Brings the rows of each event together, wherever they stand in the file. They come back event by event, in the order
 * in which the events first appear. A small file stays in memory; a large one goes to disk, so that memory is bounded.
 */
public final class RowGroups implements AutoCloseable {

    /** Most bytes of rows of one event that are taken together. */
    public static final int GROUP_LIMIT = 4 << 20;

    /** Most bytes that are kept in memory. */
    static final int MEMORY_LIMIT = 16 << 20;

    /** What a row takes in memory besides its bytes, roughly. */
    private static final int ROW_OVERHEAD = 150;

    private final Path directory;
    private final Map<Fingerprint, List<RawRecord>> kept = new LinkedHashMap<>();
    private long bytes;
    private @Nullable SpilledRows spilled;
    private @Nullable Iterator<Map.Entry<Fingerprint, List<RawRecord>>> at;

    /**
     * Makes room for the rows of one file.
     *
     * @param directory where a large file is put aside; what a crash left there is deleted
     */
    public RowGroups(Path directory) {
        this.directory = directory;
    }

    /**
     * The rows of one event in the order of the file.
     *
     * @param event fingerprint of its key
     * @param rows as many as may be taken together
     * @param surplus what is beyond that
     */
    public record Group(Fingerprint event, List<RawRecord> rows, List<RawRecord> surplus) {

        public Group {
            rows = List.copyOf(rows);
            surplus = List.copyOf(surplus);
        }
    }

    /**
     * Puts a row aside.
     *
     * @param event fingerprint of the key of the event that it speaks of
     */
    public void add(Fingerprint event, RawRecord record) throws IOException {
        if (spilled != null) {
            spilled.add(event, record);
            return;
        }
        kept.computeIfAbsent(event, ignored -> new ArrayList<>(1)).add(record);
        bytes += record.bytes().length + ROW_OVERHEAD;
        if (bytes > MEMORY_LIMIT) {
            spill();
        }
    }

    /** The next event; null at the end. No row may be added after the first call. */
    public @Nullable Group next() throws IOException {
        if (spilled != null) {
            return spilled.next();
        }
        Iterator<Map.Entry<Fingerprint, List<RawRecord>>> iterator = at;
        if (iterator == null) {
            iterator = kept.entrySet().iterator();
            at = iterator;
        }
        if (!iterator.hasNext()) {
            return null;
        }
        Map.Entry<Fingerprint, List<RawRecord>> next = iterator.next();
        return limited(next.getKey(), next.getValue());
    }

    private static Group limited(Fingerprint event, List<RawRecord> rows) {
        long taken = 0;
        for (int i = 0; i < rows.size(); i++) {
            taken += rows.get(i).bytes().length;
            if (taken > GROUP_LIMIT) {
                return new Group(event, rows.subList(0, i), rows.subList(i, rows.size()));
            }
        }
        return new Group(event, rows, List.of());
    }

    private void spill() throws IOException {
        SpilledRows disk = new SpilledRows(directory);
        spilled = disk;
        for (Map.Entry<Fingerprint, List<RawRecord>> event : kept.entrySet()) {
            for (RawRecord record : event.getValue()) {
                disk.add(event.getKey(), record);
            }
        }
        kept.clear();
    }

    @Override
    public void close() throws IOException {
        if (spilled != null) {
            spilled.close();
        }
    }
}
