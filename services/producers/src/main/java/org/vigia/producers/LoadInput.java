package org.vigia.producers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.table.FeedFile;

/**
 * What one load takes in: a user's file, an uploaded batch that was put on disk, or rows that were refused before.
 *
 * @param file the bytes; its name is what claims and the ledger name as their source
 * @param idempotencyKey what the sender named the request; null if it has no name
 * @param whole whether nothing may land unless all of it does, as with a single event
 * @param redrive what is known of rows that were refused before; null if the input is as a partner sent it
 */
public record LoadInput(
        FeedFile file,
        @Nullable String idempotencyKey,
        boolean whole,
        @Nullable Redrive redrive) {

    /**
     * A row that was refused before.
     *
     * @param rejectionId id of its rejected record
     * @param line its line in the file in which it stood first
     */
    public record Again(String rejectionId, long line) {}

    /**
     * Rows of one file that were refused and are sent again.
     *
     * @param checksum SHA-256 of the file in which they stood first
     * @param attempt how often they were sent again, this time included, from 1
     * @param rows by first line in this input
     */
    public record Redrive(String checksum, int attempt, Map<Long, Again> rows) {

        public Redrive {
            rows = Map.copyOf(rows);
        }

        Batch.Origin origin() {
            return new Batch.Origin(
                    checksum,
                    rows.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, row -> row.getValue().line())));
        }
    }

    /**
     * A file of the user's.
     *
     * @throws java.nio.file.FileSystemException if it is missing, a directory or unreadable; the message says which
     */
    public static LoadInput of(Path path) throws IOException {
        return of(FeedFile.of(path));
    }

    /** A file whose checksum is known. */
    public static LoadInput of(FeedFile file) {
        return new LoadInput(file, null, false, null);
    }

    /** The same under a name that a retry repeats. */
    public LoadInput named(@Nullable String key) {
        return new LoadInput(file, key, whole, redrive);
    }

    /** The same as rows that were refused before. */
    public LoadInput redriving(Redrive rows) {
        return new LoadInput(file, idempotencyKey, whole, rows);
    }

    /** The same, all or nothing. */
    public LoadInput asWhole() {
        return new LoadInput(file, idempotencyKey, true, redrive);
    }

    /** Ids of the rejected records whose rows these are, in their order; empty if the input is as a partner sent it. */
    List<String> redrivenIds() {
        return redrive == null
                ? List.of()
                : redrive.rows().values().stream()
                        .map(Again::rejectionId)
                        .sorted()
                        .toList();
    }

    /** How often the rows were sent again, this time included; 0 if the input is as a partner sent it. */
    int attempt() {
        return redrive == null ? 0 : redrive.attempt();
    }
}
