package org.vigia.producers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.table.FeedFile;
import org.vigia.producers.table.RawRecord;
import org.vigia.producers.table.RowReader;

/**
 * What one load takes in: a user's file, an uploaded batch that was put on disk, or rows that were refused before.
 *
 * @param file the bytes; its name is what claims and the ledger name as their source
 * @param rows the rows themselves, if they say what they mean and are in memory; null if they are to be read from the file
 * @param sender who sent it; null if it is a file of the user's own
 * @param idempotencyKey what the sender named the request; null if it has no name
 * @param whole whether nothing may land unless all of it does, as with a single event
 * @param redrive what is known of rows that were refused before; null if the input is as a partner sent it
 */
public record LoadInput(
        FeedFile file,
        @Nullable List<RawRecord> rows,
        @Nullable String sender,
        @Nullable String idempotencyKey,
        boolean whole,
        @Nullable RefusedRows redrive) {

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
        return new LoadInput(file, null, null, null, false, null);
    }

    /** Rows in memory, such as JSON objects. */
    public static LoadInput of(FeedFile file, List<RawRecord> rows) {
        return new LoadInput(file, List.copyOf(rows), null, null, false, null);
    }

    /** Reads the rows. */
    RowReader open(Feed feed) throws IOException {
        if (redrive != null) {
            return redrive.reader(feed);
        }
        return rows == null
                ? new RowReader(file, feed.columns(), feed.layout())
                : RowReader.again(rows, new byte[0], feed.columns(), feed.layout());
    }

    /** The same under a name that a retry of the same sender repeats. */
    public LoadInput named(@Nullable String key) {
        return new LoadInput(file, rows, sender, key, whole, redrive);
    }

    /** The same from a sender. */
    public LoadInput sentBy(String name) {
        return new LoadInput(file, rows, name, idempotencyKey, whole, redrive);
    }

    /** The same as rows that were refused before. */
    public LoadInput redriving(RefusedRows refused) {
        return new LoadInput(file, rows, sender, idempotencyKey, whole, refused);
    }

    /** The same, all or nothing. */
    public LoadInput asWhole() {
        return new LoadInput(file, rows, sender, idempotencyKey, true, redrive);
    }

    /** Ids of the rejected records whose rows these are; empty if the input is as a partner sent it. */
    List<String> redrivenIds() {
        return redrive == null ? List.of() : redrive.ids();
    }

    /** How often the rows were sent again, this time included; 0 if the input is as a partner sent it. */
    int attempt() {
        return redrive == null ? 0 : redrive.attempt();
    }
}
