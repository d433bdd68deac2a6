package org.vigia.producers;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectionReason;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.Claim;
import org.vigia.producers.claim.ClaimAssembler;
import org.vigia.producers.claim.ClaimContent;
import org.vigia.producers.claim.Disposition;
import org.vigia.producers.claim.Fingerprint;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.claim.Judgement;
import org.vigia.producers.claim.RowGroups;
import org.vigia.producers.claim.RowMapping;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.table.FeedFile;
import org.vigia.producers.table.RawRecord;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowReader;
import org.vigia.producers.table.RowRejection;

/** One load of one file: rows to claims, claims to events, and an account of every row. */
final class FileLoad {

    /** Largest event in bytes; a Kafka broker takes records of up to 1 MiB unless it is told otherwise. */
    static final int EVENT_LIMIT = 1_000_000;

    private static final int PROGRESS_EVERY = 1_000;

    private final Feed feed;
    private final FeedFile file;
    private final Batch batch;
    private final boolean loadedBefore;
    private final Transactions transactions;
    private final Tally tally;
    private final Path rowDirectory;
    private final LoadProgress progress;
    private final Clock clock;
    private long line;
    /** Events that a file loaded before brought only now. */
    private final Set<Fingerprint> mended = new HashSet<>();

    /**
     * @param loadedBefore whether the very same bytes were loaded to their end before
     * @param rowDirectory where rows are put aside to bring those of one event together
     */
    FileLoad(
            Feed feed,
            FeedFile file,
            Batch batch,
            boolean loadedBefore,
            Transactions transactions,
            Tally tally,
            Path rowDirectory,
            LoadProgress progress,
            Clock clock) {
        this.feed = feed;
        this.file = file;
        this.batch = batch;
        this.loadedBefore = loadedBefore;
        this.transactions = transactions;
        this.tally = tally;
        this.rowDirectory = rowDirectory;
        this.progress = progress;
        this.clock = clock;
    }

    /** Loads the file; returns when the last transaction is committed, or throws with the one under way settled. */
    LedgerEntry run() throws IOException {
        Instant startedAt = clock.instant();
        transactions.begin();
        try {
            LedgerEntry ledger = read(startedAt);
            transactions.finish(ledger);
            return ledger;
        } catch (UnreadableFileException e) {
            throw keep(e, startedAt);
        } catch (IOException e) {
            String landed = landed();
            undo(e, startedAt);
            String message = String.valueOf(e.getMessage());
            throw new IOException(message + (message.endsWith(".") ? " " : ". ") + landed, e);
        } catch (RuntimeException e) {
            undo(e, startedAt);
            throw e;
        }
    }

    private LedgerEntry read(Instant startedAt) throws IOException {
        try (RowReader reader = open()) {
            switch (feed.mapping()) {
                case RowMapping mapping -> rowByRow(reader, mapping);
                case GroupMapping mapping -> grouped(reader, mapping);
            }
            progress.rows(tally.rowsRead(), file.size(), file.size());
            return tally.ledger(batch, line, startedAt, clock.instant());
        }
    }

    /** The file cannot be read on, but what was read is good: it lands, with an account of its own. */
    private IOException keep(UnreadableFileException e, Instant startedAt) {
        try {
            if (tally.settled() > 0) {
                transactions.finish(tally.settledLedger(batch, line, startedAt, clock.instant()));
            } else {
                transactions.abort();
            }
        } catch (IOException | RuntimeException failed) {
            String landed = landed();
            undo(failed, startedAt);
            e.addSuppressed(failed);
            return new IOException(e.getMessage() + " " + landed, e);
        }
        return new IOException(e.getMessage() + " " + landed(), e);
    }

    /** The load failed: the transaction under way is undone, and what was committed before gets its account. */
    private void undo(Exception e, Instant startedAt) {
        transactions.abort();
        if (tally.landed() == 0) {
            return;
        }
        try {
            LedgerEntry ledger = tally.landedLedger(batch, line, startedAt, clock.instant());
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

    private RowReader open() throws UnreadableFileException {
        try {
            return new RowReader(file, feed.columns(), feed.layout());
        } catch (IOException e) {
            throw new UnreadableFileException(unreadable(e), e);
        }
    }

    private @Nullable RawRecord next(RowReader reader) throws UnreadableFileException {
        try {
            RawRecord record = reader.next();
            if (record != null) {
                line = record.line();
            }
            return record;
        } catch (IOException e) {
            throw new UnreadableFileException(unreadable(e), e);
        }
    }

    private String unreadable(IOException e) {
        return e instanceof EOFException || e instanceof ZipException
                ? "The gzip file " + file.path() + " is damaged or cut off after line " + line + ". Get the file again."
                : "The file " + file.path() + " cannot be read after line " + line + ": " + e.getMessage() + ".";
    }

    private void rowByRow(RowReader reader, RowMapping mapping) throws IOException {
        for (RawRecord record = next(reader); record != null; record = next(reader)) {
            read(reader);
            try {
                Row row = parse(reader, record);
                settle(List.of(Claim.of(mapping.event(row, batch), row)));
            } catch (RowRejection e) {
                reject(record.line(), record.bytes(), e);
            }
            transactions.done(1);
        }
    }

    private void grouped(RowReader reader, GroupMapping mapping) throws IOException {
        ClaimAssembler assembler = new ClaimAssembler(mapping, batch);
        try (RowGroups groups = new RowGroups(rowDirectory)) {
            for (RawRecord record = next(reader); record != null; record = next(reader)) {
                read(reader);
                transactions.tick();
                try {
                    add(groups, mapping.split(parse(reader, record)), mapping, record);
                } catch (RowRejection e) {
                    reject(record.line(), record.bytes(), e);
                    transactions.done(1);
                }
            }
            for (RowGroups.Group group = groups.next(); group != null; group = groups.next()) {
                settle(group, mapping, assembler, reader);
            }
        }
    }

    private void add(RowGroups groups, List<Row> rows, GroupMapping mapping, RawRecord record) throws IOException {
        List<String> keys =
                rows.stream().map(row -> mapping.key(row, batch)).distinct().toList();
        if (keys.size() > 1) {
            tally.spread(record.line(), keys.size());
        }
        for (String key : keys) {
            groups.add(key, record);
        }
    }

    /** The row of a record that speaks of an event. */
    private Row row(RawRecord record, Fingerprint event, GroupMapping mapping, RowReader reader) {
        List<Row> rows = mapping.split(reader.parser().parse(record));
        return rows.stream()
                .filter(row -> rows.size() == 1
                        || Fingerprint.of(mapping.key(row, batch)).equals(event))
                .findFirst()
                .orElseThrow();
    }

    private void settle(RowGroups.Group group, GroupMapping mapping, ClaimAssembler assembler, RowReader reader)
            throws IOException {
        if (!group.rows().isEmpty()) {
            List<Row> rows = new ArrayList<>(group.rows().size());
            group.rows().forEach(record -> rows.add(row(record, group.event(), mapping, reader)));
            ClaimAssembler.Assembled assembled = assembler.assemble(rows);
            for (Map.Entry<Row, RowRejection> refused : assembled.rejected().entrySet()) {
                reject(refused.getKey().line(), refused.getKey().raw(), refused.getValue());
            }
            settle(assembled.claims());
        }
        for (RawRecord surplus : group.surplus()) {
            reject(surplus.line(), surplus.bytes(), tooLarge());
        }
        transactions.done(group.rows().size() + group.surplus().size());
    }

    /** Publishes what is new in the successive claims of one event. */
    private void settle(List<Claim> claims) throws IOException {
        List<Claim> fitting = new ArrayList<>(claims.size());
        List<byte[]> encoded = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            byte[] value = transactions.encode(claim.event());
            if (value.length <= EVENT_LIMIT) {
                fitting.add(claim);
                encoded.add(value);
                continue;
            }
            for (List<Row> rows : List.of(claim.rows(), claim.repeated())) {
                for (Row row : rows) {
                    reject(row.line(), row.raw(), tooLarge());
                }
            }
        }
        if (fitting.isEmpty()) {
            return;
        }
        String key = ClaimContent.key(fitting.getFirst().event());
        Fingerprint event = Fingerprint.of(key);
        List<Disposition> dispositions = dispositions(fitting, event);
        for (int i = 0; i < fitting.size(); i++) {
            Claim claim = fitting.get(i);
            Disposition disposition = dispositions.get(i);
            if (disposition != Disposition.UNCHANGED) {
                transactions.event(key, event, claim.state(), encoded.get(i));
            }
            claim.rows().forEach(row -> tally.count(disposition, row.line()));
            claim.repeated().forEach(row -> tally.count(Disposition.UNCHANGED, row.line()));
        }
    }

    /** A file that was loaded before says nothing new of a known event, which may have been corrected since. */
    private List<Disposition> dispositions(List<Claim> claims, Fingerprint event) throws IOException {
        Fingerprint known = transactions.known(event);
        if (!loadedBefore) {
            return Judgement.of(claims, known);
        }
        if (known != null && !mended.contains(event)) {
            return Collections.nCopies(claims.size(), Disposition.UNCHANGED);
        }
        mended.add(event);
        return Judgement.of(claims, known);
    }

    private void read(RowReader reader) {
        tally.read();
        if (tally.rowsRead() % PROGRESS_EVERY == 0) {
            progress.rows(tally.rowsRead(), reader.bytesRead(), file.size());
        }
    }

    private static Row parse(RowReader reader, RawRecord record) {
        RejectionReason problem = record.problem();
        if (problem != null) {
            throw Rejections.ofProblem(problem);
        }
        return reader.parser().parse(record);
    }

    private void reject(long at, byte[] raw, RowRejection why) throws IOException {
        if (!tally.isRejected(at)) {
            transactions.rejected(Rejections.of(batch, at, raw, why));
        }
        tally.count(Disposition.REJECTED, at);
    }

    private static RowRejection tooLarge() {
        return new RowRejection(
                RejectionReason.CELL_TOO_LARGE,
                "All rows of the event together are larger than one event may be (" + EVENT_LIMIT
                        + " bytes). Shorten the texts, or split it into several.");
    }
}
