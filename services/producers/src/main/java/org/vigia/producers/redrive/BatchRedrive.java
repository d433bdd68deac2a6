package org.vigia.producers.redrive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LandedRows;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectedRecord;
import org.vigia.events.RejectionReason;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.LoadInput;
import org.vigia.producers.LoadProgress;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.feed.Feed;

/** Sends the refused rows of one batch again. */
final class BatchRedrive {

    /** How often a row is sent again as it was before it is left alone. */
    static final int MOST_ATTEMPTS = 3;

    /** Rows of one load; their ids must fit into one ledger entry. */
    static final int MOST_ROWS = 10_000;

    /** Bytes of the rows of one load, which lie in memory. */
    static final long MOST_BYTES = 32L << 20;

    private final FeedLoader loader;
    private final Feed feed;
    private final String batch;
    private final Selection selection;
    private final boolean grouped;

    BatchRedrive(FeedLoader loader, Feed feed, String batch, Selection selection) {
        this.loader = loader;
        this.feed = feed;
        this.batch = batch;
        this.selection = selection;
        grouped = feed.mapping() instanceof GroupMapping;
    }

    /** Of an event of several rows all go along, whatever each was refused for. */
    private boolean has(RejectedRecord record) {
        return selection.has(record) || (grouped && Selection.of(null).has(record));
    }

    /** The report with what became of the rows of this batch. */
    RedriveReport run(RedriveReport report) throws IOException {
        LedgerEntry account = loader.account(batch);
        ByteBuffer heading = account == null ? null : account.getHeader();
        long[] rows = {0};
        long[] bytes = {0};
        loader.openRejections(batch, record -> {
            if (has(record)) {
                rows[0]++;
                bytes[0] += size(record);
            }
            return true;
        });
        if (account == null || heading == null) {
            return report.without(
                    "the file was not loaded to its end, or its rows cannot be read alone: load it again", rows[0]);
        }
        if (account.getAttempt() >= MOST_ATTEMPTS && !selection.mends()) {
            return report.without("the row was refused " + (MOST_ATTEMPTS + 1) + " times", rows[0]);
        }
        if (grouped && (rows[0] > MOST_ROWS || bytes[0] > MOST_BYTES)) {
            return report.without(
                    "the file has more than " + MOST_ROWS + " refused rows, or too large ones: load it again", rows[0]);
        }
        Sending sending = new Sending(account, heading, report);
        loader.openRejections(batch, sending::take);
        return sending.finish();
    }

    private static long size(RejectedRecord record) {
        LandedRows landed = record.getLanded();
        return record.getRaw().remaining()
                + (landed == null
                        ? 0
                        : landed.getRows().stream()
                                .mapToLong(row -> row.getRaw().remaining())
                                .sum());
    }

    /** Why a row cannot be read again as it was; null if it can. */
    private static @Nullable String hindrance(RejectedRecord row) {
        if (row.getRawTruncated()) {
            return "the row is longer than is kept: send it in a new file";
        }
        return row.getReason() == RejectionReason.UNCLOSED_QUOTE
                ? "the row is not one row: mend it, or send it in a new file"
                : null;
    }

    private final class Sending {

        private final LedgerEntry account;
        private final ByteBuffer heading;
        private final Charset charset = feed.layout().charset();
        private RedriveReport report;
        private @Nullable RowsAgain rows;

        Sending(LedgerEntry account, ByteBuffer heading, RedriveReport report) {
            this.account = account;
            this.heading = heading;
            this.report = report;
        }

        boolean take(RejectedRecord record) throws IOException {
            if (!has(record)) {
                return true;
            }
            RowsAgain filling = rows;
            if (filling == null) {
                filling = new RowsAgain(record.getSource(), account, heading);
                rows = filling;
            }
            LandedRows landed = record.getLanded();
            if (landed != null) {
                filling.add(landed);
            }
            String mended = selection.mended(record);
            String hindrance = mended == null ? hindrance(record) : null;
            if (hindrance == null) {
                filling.add(record, mended == null ? RowsAgain.bytes(record.getRaw()) : mended.getBytes(charset));
            } else {
                report = report.without(hindrance, 1);
            }
            if (!grouped && (filling.count() == MOST_ROWS || filling.bytes() > MOST_BYTES)) {
                send(filling);
            }
            return true;
        }

        private void send(RowsAgain filled) throws IOException {
            rows = null;
            if (filled.count() == 0) {
                return;
            }
            LoadInput input = filled.input();
            LedgerEntry entry =
                    report.sent() ? loader.load(feed, input, LoadProgress.none()) : loader.rehearse(feed, input);
            report = report.and(entry, filled.others());
        }

        RedriveReport finish() throws IOException {
            if (rows != null) {
                send(rows);
            }
            return report;
        }
    }
}
