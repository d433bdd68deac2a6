package org.vigia.producers.redrive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectedRecord;
import org.vigia.producers.LoadInput;
import org.vigia.producers.table.FeedFile;

/** Refused rows of one batch, put behind the header of their file so that they can be read again. */
final class RowsAgain implements AutoCloseable {

    private final Path file;
    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private final Map<Long, LoadInput.Again> rows = new HashMap<>();
    private final String checksum;
    private final int attempt;
    private long line = 1;
    private long size;

    /**
     * Begins with the header.
     *
     * @param first any of the rows
     * @param account of the load that refused them
     * @param directory of its own
     */
    RowsAgain(Path directory, RejectedRecord first, LedgerEntry account, ByteBuffer header) throws IOException {
        checksum = first.getSource().getChecksum();
        attempt = account.getAttempt() + 1;
        // The same rows sent a second time are another batch than the first time, though their bytes are the same.
        digest.update((account.getSource().getBatchId() + " " + attempt + "\n").getBytes(StandardCharsets.UTF_8));
        file = Files.createDirectories(directory).resolve(first.getSource().getFile());
        out = Files.newOutputStream(file);
        if (header.hasRemaining()) {
            write(bytes(header));
        }
    }

    /**
     * Why a row cannot be read again by itself; null if it can.
     *
     * @param headed whether the rows are those of a table
     */
    static @Nullable String hindrance(RejectedRecord row, boolean headed) {
        byte[] raw = bytes(row.getRaw());
        if (row.getRawTruncated()) {
            return "the row is longer than is kept: send it in a new file";
        }
        if (new String(raw, StandardCharsets.ISO_8859_1).isBlank()) {
            return "the row is blank";
        }
        long quotes = 0;
        for (byte b : raw) {
            quotes += b == '"' ? 1 : 0;
        }
        if (headed ? quotes % 2 != 0 : lineEnds(raw) > 0) {
            return "the row is not one row: mend it and send it in a new file";
        }
        return null;
    }

    void add(RejectedRecord row) throws IOException {
        rows.put(line, new LoadInput.Again(row.getRejectionId(), row.getSource().getLine()));
        write(bytes(row.getRaw()));
    }

    int count() {
        return rows.size();
    }

    /** All rows as one input; none can be added any more. */
    LoadInput input() throws IOException {
        out.close();
        return LoadInput.of(new FeedFile(file, size, HexFormat.of().formatHex(digest.digest())))
                .redriving(new LoadInput.Redrive(checksum, attempt, rows));
    }

    private void write(byte[] record) throws IOException {
        byte[] end = {'\n'};
        out.write(record);
        out.write(end);
        digest.update(record);
        digest.update(end);
        size += record.length + 1L;
        line += lineEnds(record) + 1L;
    }

    /** As the scanner counts them: LF, CR LF or CR. */
    private static int lineEnds(byte[] record) {
        int ends = 0;
        for (int i = 0; i < record.length; i++) {
            boolean secondOfPair = record[i] == '\n' && i > 0 && record[i - 1] == '\r';
            ends += (record[i] == '\n' && !secondOfPair) || record[i] == '\r' ? 1 : 0;
        }
        return ends;
    }

    private static byte[] bytes(ByteBuffer buffer) {
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

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
