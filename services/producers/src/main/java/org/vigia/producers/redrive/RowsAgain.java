package org.vigia.producers.redrive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigia.events.KeptRow;
import org.vigia.events.LandedRows;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectedRecord;
import org.vigia.events.Source;
import org.vigia.producers.LoadInput;
import org.vigia.producers.RefusedRows;
import org.vigia.producers.claim.Fingerprint;
import org.vigia.producers.table.FeedFile;
import org.vigia.producers.table.RawRecord;

/** Refused rows of one batch, gathered to be read again. */
final class RowsAgain {

    private final Source source;
    private final LedgerEntry account;
    private final ByteBuffer heading;
    private final SortedMap<Long, RefusedRows.Refused> refused = new TreeMap<>();
    private final Map<Fingerprint, RefusedRows.Landed> landed = new HashMap<>();
    private long bytes;

    /**
     * Begins.
     *
     * @param source of any of the rows
     * @param account of the load that refused them
     * @param heading what stood before them
     */
    RowsAgain(Source source, LedgerEntry account, ByteBuffer heading) {
        this.source = source;
        this.account = account;
        this.heading = heading;
    }

    /** @param raw the row, mended or as it was */
    void add(RejectedRecord row, byte[] raw) {
        long line = row.getSource().getLine();
        refused.put(line, new RefusedRows.Refused(record(line, raw), row.getRejectionId()));
        bytes += raw.length;
    }

    /** Adds what had landed of the same event. */
    void add(LandedRows rows) {
        SortedMap<Long, RawRecord> records = new TreeMap<>();
        for (KeptRow row : rows.getRows()) {
            byte[] raw = bytes(row.getRaw());
            records.put(row.getLine(), record(row.getLine(), raw));
            bytes += raw.length;
        }
        Fingerprint state = Fingerprint.read(rows.getState().duplicate());
        landed.put(Fingerprint.of(rows.getEvent()), new RefusedRows.Landed(state, records));
    }

    /** How many were refused. */
    int count() {
        return refused.size();
    }

    /** Rows of the input that only go along. */
    long others() {
        return landed.values().stream()
                .flatMap(event -> event.rows().keySet().stream())
                .filter(line -> !refused.containsKey(line))
                .distinct()
                .count();
    }

    long bytes() {
        return bytes;
    }

    /** All rows as one input. */
    LoadInput input() {
        int attempt = account.getAttempt() + 1;
        FeedFile file = new FeedFile(Path.of(source.getFile()), bytes, checksum(attempt));
        return LoadInput.of(file).redriving(new RefusedRows(source.getChecksum(), attempt, heading, refused, landed));
    }

    /** The same rows sent a second time are another batch than the first time, though their bytes are the same. */
    private String checksum(int attempt) {
        MessageDigest digest = sha256();
        digest.update((account.getSource().getBatchId() + " " + attempt).getBytes(StandardCharsets.UTF_8));
        refused.forEach((line, row) -> {
            byte[] raw = row.row().bytes();
            digest.update(("\n" + line + " " + raw.length + " ").getBytes(StandardCharsets.UTF_8));
            digest.update(raw);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static RawRecord record(long line, byte[] raw) {
        return new RawRecord(line, raw, raw.length, null);
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
