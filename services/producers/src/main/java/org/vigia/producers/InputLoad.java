package org.vigia.producers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.Claim;
import org.vigia.producers.claim.ClaimAssembler;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.claim.RowMapping;
import org.vigia.producers.claim.ScatteredEvents;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.publish.FeedTakenOverException;
import org.vigia.producers.table.RawRecord;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/** One load of one input: rows to claims, claims to events, and an account of every row. */
final class InputLoad {

    /** Bytes. */
    private static final long WORTH_A_THREAD = 1 << 18;

    private final Feed feed;
    private final LoadInput input;
    private final Batch batch;
    private final boolean loadedBefore;
    private final Transactions transactions;
    private final Path rowDirectory;
    private final Clock clock;
    private final Tally tally = new Tally();
    private final Rejections rejections;
    private final Instant startedAt;
    /** The pass in which rows are settled, once it has begun. */
    private @Nullable InputRows settled;

    /**
     * @param loadedBefore whether the very same bytes were loaded to their end before
     * @param rowDirectory where rows are put aside to bring those of one event together
     */
    InputLoad(
            Feed feed,
            LoadInput input,
            Batch batch,
            boolean loadedBefore,
            Transactions transactions,
            Path rowDirectory,
            Clock clock) {
        this.feed = feed;
        this.input = input;
        this.batch = batch;
        this.loadedBefore = loadedBefore;
        this.transactions = transactions;
        this.rowDirectory = rowDirectory;
        this.clock = clock;
        rejections = new Rejections(input.whole());
        startedAt = clock.instant();
        transactions.onCommit(tally::committed);
    }

    /** Loads; returns when the last transaction is committed, or throws with the one under way settled. */
    LedgerEntry run(LoadProgress progress) throws IOException {
        transactions.begin();
        try {
            read(progress);
            rejections.throwIfWhole();
            LedgerEntry ledger = tally.ledger(account());
            transactions.finish(ledger);
            return ledger;
        } catch (UnreadableFileException e) {
            throw keep(e);
        } catch (IOException e) {
            String landed = landed();
            undo(e);
            String message = String.valueOf(e.getMessage());
            String told = message + (message.endsWith(".") ? " " : ". ") + landed;
            throw e instanceof FeedTakenOverException ? new FeedTakenOverException(told, e) : new IOException(told, e);
        } catch (RuntimeException e) {
            undo(e);
            throw e;
        }
    }

    private void read(LoadProgress progress) throws IOException {
        ReadAhead.Reading reading = output -> read(progress, output);
        if (input.file().size() < WORTH_A_THREAD) {
            ReadAhead.without(reading, settlement());
        } else {
            ReadAhead.run(feed.name(), reading, settlement());
        }
    }

    private void read(LoadProgress progress, ReadAhead.Output output) throws IOException {
        switch (feed.mapping()) {
            case RowMapping mapping -> {
                try (InputRows rows = new InputRows(feed, input, tally, progress)) {
                    settled = rows;
                    rowByRow(rows, mapping, output);
                }
            }
            case GroupMapping mapping -> {
                ScatteredEvents scattered = scattered(mapping);
                try (InputRows rows = new InputRows(feed, input, tally, progress)) {
                    settled = rows;
                    new GroupedRows(mapping, batch, rows, output).readAll(scattered, rowDirectory);
                }
            }
        }
    }

    private ScatteredEvents scattered(GroupMapping mapping) throws IOException {
        try (InputRows rows = new InputRows(feed, input, new Tally(), LoadProgress.none())) {
            return GroupedRows.scattered(mapping, batch, rows, input.file().size());
        }
    }

    private void rowByRow(InputRows rows, RowMapping mapping, ReadAhead.Output output) throws IOException {
        for (RawRecord record = rows.next(); record != null; record = rows.next()) {
            try {
                Row row = rows.parse(record);
                Claim claim = Claim.of(mapping.event(row, batch), row);
                output.add(
                        new Outcome.OfEvent(ClaimAssembler.Assembled.of(claim), List.of(), 1, record.bytes().length));
            } catch (RowRejection e) {
                output.add(new Outcome.Refused(record, e));
            }
        }
    }

    private Settlement settlement() {
        Settlement.Repetition repetition;
        if (input.redrive() != null) {
            repetition = feed.mapping() instanceof GroupMapping
                    ? Settlement.Repetition.REFUSED_PARTS
                    : Settlement.Repetition.REFUSED_EVENTS;
        } else {
            repetition = loadedBefore ? Settlement.Repetition.SAME_BYTES : Settlement.Repetition.NONE;
        }
        return new Settlement(batch, repetition, input.redrive(), transactions, tally, rejections);
    }

    private Tally.Account account() {
        byte[] heading = settled == null ? null : settled.heading();
        return new Tally.Account(
                batch, input, heading == null ? null : ByteBuffer.wrap(heading), startedAt, clock.instant());
    }

    /** The input cannot be read on, but what was read is good: it lands, with an account of its own. */
    private IOException keep(UnreadableFileException e) {
        try {
            if (tally.settled() > 0 && !input.whole()) {
                transactions.finish(tally.settledLedger(account()));
            } else {
                transactions.abort();
            }
        } catch (IOException | RuntimeException failed) {
            String landed = landed();
            undo(failed);
            e.addSuppressed(failed);
            return new IOException(e.getMessage() + " " + landed, e);
        }
        return new UnreadableFileException(e.getMessage() + " " + landed(), e);
    }

    /** The load failed: the transaction under way is undone, and what was committed before gets its account. */
    private void undo(Exception e) {
        transactions.abort();
        if (tally.landed() == 0) {
            return;
        }
        try {
            LedgerEntry ledger = tally.landedLedger(account());
            transactions.begin();
            transactions.finish(ledger);
        } catch (IOException | RuntimeException failed) {
            transactions.abort();
            e.addSuppressed(failed);
        }
    }

    private String landed() {
        long rows = tally.landed();
        return (rows == 0 ? "Nothing of the file has landed" : rows + " rows of the file have landed")
                + " (of " + tally.rowsRead() + " read). Once the cause is mended, load the whole file: rows that have"
                + " landed count as unchanged then.";
    }
}
