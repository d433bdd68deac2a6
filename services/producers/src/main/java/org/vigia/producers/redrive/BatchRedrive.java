package org.vigia.producers.redrive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectedRecord;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.LoadInput;
import org.vigia.producers.LoadProgress;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.feed.Feed;

/** Sends the refused rows of one batch again. */
final class BatchRedrive {

    /** How often a row is sent again before it is left alone. */
    static final int MOST_ATTEMPTS = 3;

    /** Rows of one load; their ids must fit into one ledger entry. */
    static final int MOST_ROWS = 10_000;

    private final FeedLoader loader;
    private final Feed feed;
    private final String batch;
    private final Selection selection;
    private final Path place;
    private final boolean grouped;

    /** @param place directory for the rows, deleted at the end */
    BatchRedrive(FeedLoader loader, Feed feed, String batch, Selection selection, Path place) {
        this.loader = loader;
        this.feed = feed;
        this.batch = batch;
        this.place = place;
        grouped = feed.mapping() instanceof GroupMapping;
        // Of an event of several rows all go along, whatever each was refused for.
        this.selection = grouped ? new Selection(null) : selection;
    }

    /** The report with what became of the rows of this batch. */
    RedriveReport run(RedriveReport report) throws IOException {
        LedgerEntry account = loader.account(batch);
        ByteBuffer header = account == null ? null : account.getHeader();
        long rows = count();
        if (account == null || header == null) {
            return report.without(
                    "the file was not loaded to its end, or its rows cannot be read alone: load it again", rows);
        }
        if (account.getAttempt() >= MOST_ATTEMPTS) {
            return report.without("the row was refused " + (MOST_ATTEMPTS + 1) + " times", rows);
        }
        if (grouped && rows > MOST_ROWS) {
            return report.without("the file has more than " + MOST_ROWS + " refused rows: load it again", rows);
        }
        try (Sending sending = new Sending(account, header, report)) {
            loader.openRejections(batch, sending::take);
            return sending.finish();
        } finally {
            Files.deleteIfExists(place);
        }
    }

    private long count() throws IOException {
        long[] rows = {0};
        loader.openRejections(batch, record -> {
            rows[0] += selection.has(record) ? 1 : 0;
            return true;
        });
        return rows[0];
    }

    private final class Sending implements AutoCloseable {

        private final LedgerEntry account;
        private final ByteBuffer header;
        private RedriveReport report;
        private @Nullable RowsAgain rows;

        Sending(LedgerEntry account, ByteBuffer header, RedriveReport report) {
            this.account = account;
            this.header = header;
            this.report = report;
        }

        boolean take(RejectedRecord record) throws IOException {
            if (!selection.has(record)) {
                return true;
            }
            String hindrance = RowsAgain.hindrance(record, header.hasRemaining());
            if (hindrance != null) {
                report = report.without(hindrance, 1);
                return true;
            }
            RowsAgain filling = rows;
            if (filling == null) {
                filling = new RowsAgain(place, record, account, header);
                rows = filling;
            }
            filling.add(record);
            if (filling.count() == MOST_ROWS) {
                send(filling);
            }
            return true;
        }

        private void send(RowsAgain filled) throws IOException {
            LoadInput input = filled.input();
            report = report.and(
                    report.sent() ? loader.load(feed, input, LoadProgress.none()) : loader.rehearse(feed, input));
            filled.close();
            rows = null;
        }

        RedriveReport finish() throws IOException {
            if (rows != null) {
                send(rows);
            }
            return report;
        }

        @Override
        public void close() throws IOException {
            if (rows != null) {
                rows.close();
            }
        }
    }
}
