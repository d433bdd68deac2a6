package org.vigia.producers.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.events.ClaimStatus;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/** Puts the rows of one event together into claims, in the order of the file. */
public final class ClaimAssembler {

    private final GroupMapping mapping;
    private final Batch batch;

    public ClaimAssembler(GroupMapping mapping, Batch batch) {
        this.mapping = mapping;
        this.batch = batch;
    }

    /**
     * The claims of one event.
     *
     * @param claims successive claims, as the file tells them
     * @param rejected rows that are in none of them, with the reason
     */
    public record Assembled(List<Claim> claims, Map<Row, RowRejection> rejected) {}

    /**
     * Puts together what the file says of one event.
     *
     * @param rows all rows of the event, in the order of the file
     */
    public Assembled assemble(List<Row> rows) {
        Map<Row, RowRejection> rejected = new LinkedHashMap<>();
        List<Claim> claims = new ArrayList<>();
        for (ClaimRows part : split(rows, rejected)) {
            try {
                SpecificRecord event = mapping.event(part, batch);
                claims.add(Claim.of(event, part.rows(), part.repeated()));
            } catch (RowRejection e) {
                part.rows().forEach(row -> rejected.put(row, e));
                part.repeated().forEach(row -> rejected.put(row, e));
            }
        }
        if (!claims.isEmpty()) {
            String event = mapping.key(rows.getFirst(), batch);
            rejected.replaceAll((row, e) -> new RowRejection(
                    e.reason(),
                    e.detail() + " The other rows of " + event
                            + " were taken, so the claim is incomplete until this row is sent again with them."));
        }
        return new Assembled(List.copyOf(claims), rejected);
    }

    private List<ClaimRows> split(List<Row> rows, Map<Row, RowRejection> rejected) {
        List<ClaimRows> parts = new ArrayList<>();
        for (Row row : rows) {
            ClaimStatus status;
            try {
                status = mapping.status(row);
                mapping.check(row, batch);
            } catch (RowRejection e) {
                rejected.put(row, e);
                continue;
            }
            if (parts.isEmpty() || !parts.getLast().add(row)) {
                if (!parts.isEmpty() && !mapping.contradictionRevises()) {
                    rejected.put(row, contradicting(parts.getLast()));
                    continue;
                }
                ClaimRows next = new ClaimRows(mapping, status);
                next.add(row);
                parts.add(next);
            }
        }
        return parts;
    }

    private static RowRejection contradicting(ClaimRows before) {
        return new RowRejection(
                RejectionReason.CONFLICTING_ROWS,
                "The row contradicts line " + before.line()
                        + ", which is about the same entry. Make the rows agree, or give them different names.");
    }
}
