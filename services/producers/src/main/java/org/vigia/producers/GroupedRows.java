package org.vigia.producers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.ClaimAssembler;
import org.vigia.producers.claim.Fingerprint;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.claim.RowGroups;
import org.vigia.producers.table.RawRecord;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/** A pass over an input in which several rows make up one event: brings them together, then settles event by event. */
final class GroupedRows {

    private final GroupMapping mapping;
    private final Batch batch;
    private final InputRows input;
    private final Settlement settlement;
    private final Transactions transactions;
    private final Tally tally;

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
    }

    /** @param directory where rows are put aside */
    void settleAll(Path directory) throws IOException {
        ClaimAssembler assembler = new ClaimAssembler(mapping, batch);
        try (RowGroups groups = new RowGroups(directory)) {
            for (RawRecord record = input.next(); record != null; record = input.next()) {
                transactions.tick();
                try {
                    add(groups, mapping.split(input.parse(record)), record);
                } catch (RowRejection e) {
                    settlement.reject(record.line(), record.bytes(), e);
                    transactions.done(1);
                }
            }
            for (RowGroups.Group group = groups.next(); group != null; group = groups.next()) {
                settle(group, assembler);
            }
        }
    }

    private void add(RowGroups groups, List<Row> rows, RawRecord record) throws IOException {
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
    private Row row(RawRecord record, Fingerprint event) {
        List<Row> rows = mapping.split(input.parse(record));
        return rows.stream()
                .filter(row -> rows.size() == 1
                        || Fingerprint.of(mapping.key(row, batch)).equals(event))
                .findFirst()
                .orElseThrow();
    }

    private void settle(RowGroups.Group group, ClaimAssembler assembler) throws IOException {
        if (!group.rows().isEmpty()) {
            List<Row> rows = new ArrayList<>(group.rows().size());
            group.rows().forEach(record -> rows.add(row(record, group.event())));
            ClaimAssembler.Assembled assembled = assembler.assemble(rows);
            for (Map.Entry<Row, RowRejection> refused : assembled.rejected().entrySet()) {
                settlement.reject(refused.getKey().line(), refused.getKey().raw(), refused.getValue());
            }
            settlement.settle(assembled.claims());
        }
        for (RawRecord surplus : group.surplus()) {
            settlement.reject(surplus.line(), surplus.bytes(), Rejections.tooLarge());
        }
        transactions.done(group.rows().size() + group.surplus().size());
    }
}
