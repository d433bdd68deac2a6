package org.vigia.producers.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;

/** The accounts of all loads by the ledger topic: of which bytes, under which name, and which rejected records they took up. */
public final class Ledger implements AutoCloseable {

    /** Changes whenever the entries are made in another way. */
    private static final String FORMAT =
            "2/" + Long.toHexString(SchemaNormalization.parsingFingerprint64(LedgerEntry.getClassSchema()));

    private static final char SEPARATOR = 0;
    private static final byte[] NOTHING = {};

    private final TopicIndex index;

    /**
     * Opens the index of the ledger.
     *
     * @param directory its directory, made if missing
     */
    public Ledger(Path directory) throws IOException {
        index = new TopicIndex(directory);
    }

    /** Reads what the ledger topic holds beyond what is known. */
    public void catchUp(TopicReader topic) throws IOException {
        index.catchUp(topic, FORMAT, (record, entries) -> {
            if (record.value() instanceof LedgerEntry entry) {
                enter(entry, entries);
            }
        });
    }

    private static void enter(LedgerEntry entry, TopicIndex.Entries entries) throws IOException {
        byte[] account = LedgerEntry.getEncoder().encode(entry).array();
        String batch = entry.getSource().getBatchId();
        if (!entry.getComplete()) {
            entries.put(key("part", batch), account);
            return;
        }
        entries.put(key("whole", batch), account);
        entries.put(key("bytes", entry.getFeed(), entry.getSource().getChecksum()), NOTHING);
        String name = entry.getIdempotencyKey();
        if (name != null) {
            entries.put(key("named", entry.getFeed(), sender(entry.getSender()), name), account);
        }
        byte[] at = ByteBuffer.allocate(Long.BYTES)
                .putLong(entry.getStartedAt().toEpochMilli())
                .array();
        for (String rejection : entry.getRedriven()) {
            entries.put(key("redriven", rejection), at);
        }
    }

    /**
     * Whether a feed loaded these bytes to their end.
     *
     * @param checksum SHA-256 of the file as received
     */
    public boolean contains(String feed, String checksum) throws IOException {
        return index.get(key("bytes", feed, checksum)) != null;
    }

    /** The account of the last load of a batch to its end, else of the last that was cut off; null if there is none. */
    public @Nullable LedgerEntry ofBatch(String batchId) throws IOException {
        LedgerEntry whole = entry(index.get(key("whole", batchId)));
        return whole == null ? entry(index.get(key("part", batchId))) : whole;
    }

    /**
     * The account of the load that a sender named so; null if there is none that came to its end.
     *
     * @param sender who sent it; null for files of the user's own
     */
    public @Nullable LedgerEntry named(String feed, @Nullable String sender, String idempotencyKey) throws IOException {
        return entry(index.get(key("named", feed, sender(sender), idempotencyKey)));
    }

    /** When a rejected record was last taken up again; null if it never was. */
    public @Nullable Instant redriven(String rejectionId) throws IOException {
        byte[] at = index.get(key("redriven", rejectionId));
        return at == null ? null : Instant.ofEpochMilli(ByteBuffer.wrap(at).getLong());
    }

    /** Names of senders are never empty. */
    private static String sender(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static @Nullable LedgerEntry entry(byte @Nullable [] bytes) throws IOException {
        return bytes == null ? null : LedgerEntry.getDecoder().decode(bytes);
    }

    private static String key(String... parts) {
        return String.join(String.valueOf(SEPARATOR), parts);
    }

    @Override
    public void close() {
        index.close();
    }
}
