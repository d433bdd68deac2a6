package org.vigia.producers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.ClaimAssembler;
import org.vigia.producers.claim.Fingerprint;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.claim.RowGroups;
import org.vigia.producers.claim.ScatteredEvents;
import org.vigia.producers.table.RawRecord;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/**
 * A pass over an input in which several rows make up one event. Rows that stand together are settled as they come; those
 * of scattered events are brought together first, and settled at the end.
 */
final class GroupedRows {

    private static final Logger LOG = LoggerFactory.getLogger(GroupedRows.class);

    private final GroupMapping mapping;
    private final Batch batch;
    private final InputRows input;
    private final Settlement settlement;
    private final Transactions transactions;
    private final Tally tally;
    private final ClaimAssembler assembler;
    /** Rows of one event that stand together. */
    private final List<Row> run = new ArrayList<>();

    private @Nullable Fingerprint runEvent;
    private long runBytes;

    GroupedRows(
            GroupMapping mapping,
            Batch batch,
            InputRows input,
            Settlement settlement,
            Transactions transactions,
            Tally tally) {
        this.mapping = mapping;
        this.batch = batch;
        this.input = input;
        this.settlement = settlement;
        this.transactions = transactions;
        this.tally = tally;
        assembler = new ClaimAssembler(mapping, batch);
    }

    /** A pass before: which events have rows that stand apart. What cannot be read is left to the second pass. */
    static ScatteredEvents scattered(GroupMapping mapping, Batch batch, InputRows input, long bytes) {
        ScatteredEvents scattered = new ScatteredEvents(bytes);
        try {
            for (RawRecord record = input.next(); record != null; record = input.next()) {
                see(mapping, batch, input, record, scattered);
            }
        } catch (UnreadableFileException e) {
            LOG.debug("Rows of any event may stand behind the cut", e);
            scattered.scatterAll();
        }
        return scattered;
    }

    private static void see(
            GroupMapping mapping, Batch batch, InputRows input, RawRecord record, ScatteredEvents scattered) {
        try {
            List<Row> rows = mapping.split(input.parse(record));
            for (Row row : rows) {
                Fingerprint event = Fingerprint.of(mapping.key(row, batch));
                scattered.see(event);
                if (rows.size() > 1) {
                    scattered.scatter(event);
                }
            }
        } catch (RowRejection e) {
            LOG.trace("Left to the second pass: line {}", record.line(), e);
        }
    }

    /**
     * Settles all rows.
     *
     * @param scattered events whose rows must be brought together first
     * @param directory where those rows are put aside
     */
    void settleAll(ScatteredEvents scattered, Path directory) throws IOException {
        try (RowGroups groups = new RowGroups(directory)) {
            for (RawRecord record = input.next(); record != null; record = input.next()) {
                transactions.tick();
                try {
                    add(mapping.split(input.parse(record)), record, scattered, groups);
                } catch (RowRejection e) {
                    settlement.reject(record.line(), record.bytes(), e);
                    transactions.done(1);
                }
            }
            settleRun();
            for (RowGroups.Group group = groups.next(); group != null; group = groups.next()) {
                settle(rows(group), group.surplus());
            }
        }
    }

    private void add(List<Row> rows, RawRecord record, ScatteredEvents scattered, RowGroups groups) throws IOException {
        if (rows.size() == 1) {
            Row row = rows.getFirst();
            Fingerprint event = event(row);
            if (!scattered.contains(event)) {
                addToRun(event, row, record);
            } else {
                groups.add(event, record);
            }
            return;
        }
        Set<Fingerprint> events = new LinkedHashSet<>();
        rows.forEach(row -> events.add(event(row)));
        if (events.size() > 1) {
            tally.spread(record.line(), events.size());
        }
        for (Fingerprint event : events) {
            groups.add(event, record);
        }
    }

    private void addToRun(Fingerprint event, Row row, RawRecord record) throws IOException {
        if (!event.equals(runEvent)) {
            settleRun();
            runEvent = event;
        }
        runBytes += record.bytes().length;
        if (runBytes <= RowGroups.GROUP_LIMIT) {
            run.add(row);
        } else {
            settlement.reject(record.line(), record.bytes(), Rejections.tooLarge());
            transactions.done(1);
        }
    }

    private void settleRun() throws IOException {
        settle(run, List.of());
        run.clear();
        runBytes = 0;
    }

    private Fingerprint event(Row row) {
        return Fingerprint.of(mapping.key(row, batch));
    }

    /** The rows of a group that were put aside. */
    private List<Row> rows(RowGroups.Group group) {
        List<Row> rows = new ArrayList<>(group.rows().size());
        for (RawRecord record : group.rows()) {
            List<Row> split = mapping.split(input.parse(record));
            rows.add(split.stream()
                    .filter(row -> split.size() == 1 || event(row).equals(group.event()))
                    .findFirst()
                    .orElseThrow());
        }
        return rows;
    }

    private void settle(List<Row> rows, List<RawRecord> surplus) throws IOException {
        if (!rows.isEmpty()) {
            ClaimAssembler.Assembled assembled = assembler.assemble(rows);
            settlement.reject(assembled);
            settlement.settle(assembled.claims());
        }
        for (RawRecord record : surplus) {
            settlement.reject(record.line(), record.bytes(), Rejections.tooLarge());
        }
        transactions.done(rows.size() + surplus.size());
    }
}
