package org.vigia.producers;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.table.FeedFile;
import org.vigia.producers.table.RawRecord;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowReader;

/** The rows of one input, each counted as it is read; what cannot be read on is told from what Kafka does not take. */
final class InputRows implements AutoCloseable {

    private static final int PROGRESS_EVERY = 1_000;

    private final FeedFile file;
    private final Tally tally;
    private final LoadProgress progress;
    private final RowReader reader;
    private long line;

    InputRows(Feed feed, LoadInput input, Tally tally, LoadProgress progress) throws UnreadableFileException {
        this.file = input.file();
        this.tally = tally;
        this.progress = progress;
        try {
            reader = input.open(feed);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** What stands before the rows, see {@link RowReader#heading}. */
    byte @Nullable [] heading() {
        return reader.heading();
    }

    /** The next record; null at the end. */
    @Nullable
    RawRecord next() throws UnreadableFileException {
        RawRecord record;
        try {
            record = reader.next();
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (record == null) {
            progress.rows(tally.rowsRead(), file.size(), file.size());
            return null;
        }
        line = record.line();
        tally.read(line);
        if (tally.rowsRead() % PROGRESS_EVERY == 0) {
            progress.rows(tally.rowsRead(), reader.bytesRead(), file.size());
        }
        return record;
    }

    /** The row that a record is. */
    Row parse(RawRecord record) {
        RejectionReason problem = record.problem();
        if (problem != null) {
            throw Rejections.ofProblem(problem);
        }
        return reader.parser().parse(record);
    }

    private UnreadableFileException unreadable(IOException e) {
        return new UnreadableFileException(
                e instanceof EOFException || e instanceof ZipException
                        ? "The gzip file " + file.name() + " is damaged or cut off after line " + line
                                + ". Get the file again."
                        : "The file " + file.name() + " cannot be read after line " + line + ": " + e.getMessage()
                                + ".",
                e);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
