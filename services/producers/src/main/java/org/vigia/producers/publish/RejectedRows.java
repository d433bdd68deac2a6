package org.vigia.producers.publish;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectedRecord;

/** The last refusal of every row that was refused, by batch and line, kept in an index. */
public final class RejectedRows implements AutoCloseable {

    /** Changes whenever the entries are made in another way. */
    private static final String FORMAT =
            "1/" + Long.toHexString(SchemaNormalization.parsingFingerprint64(RejectedRecord.getClassSchema()));

    private static final char SEPARATOR = 0;

    private final TopicIndex index;

    /** Looks at a refused row; returns whether to go on. */
    @FunctionalInterface
    public interface Visitor {

        /** Looks at the row. */
        boolean visit(RejectedRecord record) throws IOException;
    }

    /**
     * Opens the index.
     *
     * @param directory its directory, made if missing
     */
    public RejectedRows(Path directory) throws IOException {
        index = new TopicIndex(directory);
    }

    /** Reads what the topic of rejected records holds beyond what is known. */
    public void catchUp(TopicReader topic) throws IOException {
        index.catchUp(topic, FORMAT, (published, entries) -> {
            if (published.value() instanceof RejectedRecord record) {
                entries.put(
                        key(record), RejectedRecord.getEncoder().encode(record).array());
            }
        });
    }

    /** Shows the refused rows of a batch in the order of their lines. */
    public void ofBatch(String batchId, Visitor visitor) throws IOException {
        index.visit(batchId + SEPARATOR, (key, value) -> visitor.visit(record(value)));
    }

    /**
     * Shows refused rows, batch by batch.
     *
     * @param feed of which feed; null for all
     */
    public void ofFeed(@Nullable String feed, Visitor visitor) throws IOException {
        index.visit(feed == null ? "" : feed + "-", (key, value) -> {
            RejectedRecord record = record(value);
            // The name of one feed may begin with that of another.
            return (feed != null && !record.getFeed().equals(feed)) || visitor.visit(record);
        });
    }

    /** Numbers of one length, so that line 9 comes before line 10. */
    private static String key(RejectedRecord record) {
        return record.getSource().getBatchId()
                + SEPARATOR
                + "%019d".formatted(record.getSource().getLine());
    }

    private static RejectedRecord record(byte[] value) throws IOException {
        return RejectedRecord.getDecoder().decode(value);
    }

    @Override
    public void close() {
        index.close();
    }
}
