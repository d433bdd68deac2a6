package org.vigia.producers;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
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
    private final Transactions transactions;
    private final Path rowDirectory;
    private final LoadProgress progress;
    private final Clock clock;
    private final Tally tally = new Tally();

    /** @param rowDirectory where rows are put aside to bring those of one event together */
    FileLoad(
            Feed feed,
            FeedFile file,
            Batch batch,
            Transactions transactions,
            Path rowDirectory,
            LoadProgress progress,
            Clock clock) {
        this.feed = feed;
        this.file = file;
        this.batch = batch;
        this.transactions = transactions;
        this.rowDirectory = rowDirectory;
        this.progress = progress;
        this.clock = clock;
    }

    /** Loads the file; returns when the last transaction is committed, or throws with the one under way undone. */
    LedgerEntry run() throws IOException {
        Instant startedAt = clock.instant();
        transactions.begin();
        try (RowReader reader = new RowReader(file, feed.columns())) {
            switch (feed.mapping()) {
                case RowMapping mapping -> rowByRow(reader, mapping);
                case GroupMapping mapping -> grouped(reader, mapping);
            }
            progress.rows(tally.rowsRead(), file.size(), file.size());
            LedgerEntry ledger = tally.ledger(batch, reader.line(), startedAt, clock.instant());
            transactions.finish(ledger);
            return ledger;
        } catch (EOFException | ZipException e) {
            transactions.abort();
            throw new IOException(
                    "The gzip file " + file.path() + " is damaged or cut off. What was read before is loaded; get the"
                            + " file again and load it.",
                    e);
        } catch (IOException | RuntimeException e) {
            transactions.abort();
            throw e;
        }
    }

    private void rowByRow(RowReader reader, RowMapping mapping) throws IOException {
        for (RawRecord record = reader.next(); record != null; record = reader.next()) {
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
            for (RawRecord record = reader.next(); record != null; record = reader.next()) {
                read(reader);
                try {
                    groups.add(mapping.key(parse(reader, record), batch), record);
                } catch (RowRejection e) {
                    reject(record.line(), record.bytes(), e);
                    transactions.done(1);
                }
            }
            for (RowGroups.Group group = groups.next(); group != null; group = groups.next()) {
                settle(group, assembler, reader);
            }
        }
    }

    private void settle(RowGroups.Group group, ClaimAssembler assembler, RowReader reader) throws IOException {
        if (!group.rows().isEmpty()) {
            List<Row> rows = new ArrayList<>(group.rows().size());
            group.rows().forEach(record -> rows.add(reader.parser().parse(record)));
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
        List<Disposition> dispositions = Judgement.of(fitting, transactions.known(event));
        for (int i = 0; i < fitting.size(); i++) {
            Claim claim = fitting.get(i);
            Disposition disposition = dispositions.get(i);
            if (disposition != Disposition.UNCHANGED) {
                transactions.event(key, event, claim.state(), encoded.get(i));
            }
            tally.count(disposition, claim.rows().size());
            tally.count(Disposition.UNCHANGED, claim.repeated().size());
        }
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

    private void reject(long line, byte[] raw, RowRejection why) throws IOException {
        transactions.rejected(Rejections.of(batch, line, raw, why));
        tally.count(Disposition.REJECTED, 1);
    }

    private static RowRejection tooLarge() {
        return new RowRejection(
                RejectionReason.CELL_TOO_LARGE,
                "All rows of the event together are larger than one event may be (" + EVENT_LIMIT
                        + " bytes). Shorten the texts, or split it into several.");
    }
}
