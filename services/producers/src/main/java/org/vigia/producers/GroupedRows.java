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
 * A pass over an input in which several rows make up one event. Rows that stand together are told of as they come; those
 * of scattered events are brought together first, and told of at the end.
 */
final class GroupedRows {

    private static final Logger LOG = LoggerFactory.getLogger(GroupedRows.class);

    private final GroupMapping mapping;
    private final Batch batch;
    private final InputRows input;
    private final ReadAhead.Output output;
    private final ClaimAssembler assembler;
    /** Rows of one event that stand together. */
    private final List<Row> run = new ArrayList<>();

    private @Nullable String runEvent;
    private long runBytes;

    GroupedRows(GroupMapping mapping, Batch batch, InputRows input, ReadAhead.Output output) {
        this.mapping = mapping;
        this.batch = batch;
        this.input = input;
        this.output = output;
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
                String event = mapping.key(row, batch);
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
     * Reads all rows, and tells what comes of them.
     *
     * @param scattered events whose rows must be brought together first
     * @param directory where those rows are put aside
     */
    void readAll(ScatteredEvents scattered, Path directory) throws IOException {
        try (RowGroups groups = new RowGroups(directory)) {
            for (RawRecord record = input.next(); record != null; record = input.next()) {
                try {
                    add(mapping.split(input.parse(record)), record, scattered, groups);
                } catch (RowRejection e) {
                    output.add(new Outcome.Refused(record, e));
                }
            }
            endRun();
            for (RowGroups.Group group = groups.next(); group != null; group = groups.next()) {
                assemble(rows(group), group.surplus(), RowGroups.GROUP_LIMIT);
            }
        }
    }

    private void add(List<Row> rows, RawRecord record, ScatteredEvents scattered, RowGroups groups) throws IOException {
        if (rows.size() == 1) {
            Row row = rows.getFirst();
            String event = mapping.key(row, batch);
            if (!scattered.contains(event)) {
                addToRun(event, row, record);
            } else {
                groups.add(Fingerprint.of(event), record);
                output.add(Outcome.Waiting.ROW);
            }
            return;
        }
        Set<Fingerprint> events = new LinkedHashSet<>();
        rows.forEach(row -> events.add(event(row)));
        if (events.size() > 1) {
            output.add(new Outcome.Spread(record.line(), events.size()));
        }
        for (Fingerprint event : events) {
            groups.add(event, record);
            output.add(Outcome.Waiting.ROW);
        }
    }

    private void addToRun(String event, Row row, RawRecord record) throws IOException {
        if (event.equals(runEvent)) {
            output.add(Outcome.Waiting.ROW);
        } else {
            endRun();
            runEvent = event;
        }
        runBytes += record.bytes().length;
        if (runBytes <= RowGroups.GROUP_LIMIT) {
            run.add(row);
        } else {
            output.add(new Outcome.Refused(record, Rejections.tooLarge()));
        }
    }

    private void endRun() throws IOException {
        assemble(run, List.of(), runBytes);
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

    private void assemble(List<Row> rows, List<RawRecord> surplus, long bytes) throws IOException {
        if (!rows.isEmpty() || !surplus.isEmpty()) {
            ClaimAssembler.Assembled assembled =
                    rows.isEmpty() ? ClaimAssembler.Assembled.nothing() : assembler.assemble(rows);
            output.add(new Outcome.OfEvent(assembled, surplus, rows.size(), bytes));
        }
    }
}
