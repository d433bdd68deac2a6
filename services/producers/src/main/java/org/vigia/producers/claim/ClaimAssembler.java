package org.vigia.producers.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigia.events.ClaimStatus;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/** Puts the rows of one event together into claims, in the order of the file. */
public final class ClaimAssembler {

    /** Most bytes of all versions of one event together, since they are in memory at a time. */
    private static final long VERSIONS_LIMIT = 16L << 20;

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
    public record Assembled(List<Claim> claims, Map<Row, RowRejection> rejected) {

        /** Of no row. */
        public static Assembled nothing() {
            return new Assembled(List.of(), Map.of());
        }

        /** Of the row of one claim. */
        public static Assembled of(Claim claim) {
            return new Assembled(List.of(claim), Map.of());
        }
    }

    /**
     * Puts together what the file says of one event.
     *
     * @param rows all rows of the event, in the order of the file
     */
    public Assembled assemble(List<Row> rows) {
        return rows.size() == 1 ? alone(rows.getFirst()) : together(rows);
    }

    /** As {@link #together}, for the row that most events have. */
    private Assembled alone(Row row) {
        try {
            ClaimRows version = ClaimRows.alone(mapping, row, mapping.status(row));
            mapping.check(row, batch);
            Claim claim = ClaimContent.claim(mapping.event(version, batch), List.of(row), List.of());
            return Assembled.of(claim);
        } catch (RowRejection e) {
            return new Assembled(List.of(), Map.of(row, e));
        }
    }

    private Assembled together(List<Row> rows) {
        Map<Row, RowRejection> rejected = new LinkedHashMap<>();
        Versions versions = mapping.history() ? new History(mapping, batch) : new Listing(mapping);
        for (Row row : rows) {
            try {
                ClaimStatus status = mapping.status(row);
                mapping.check(row, batch);
                versions.add(row, status);
            } catch (RowRejection e) {
                rejected.put(row, e);
            }
        }
        List<Claim> claims = claims(versions.all(), rejected);
        if (!claims.isEmpty() && !rejected.isEmpty()) {
            String event = mapping.key(rows.getFirst(), batch);
            rejected.replaceAll((row, e) -> new RowRejection(
                    e.reason(),
                    e.detail() + " The other rows of " + event
                            + " were taken, so the claim is incomplete until this row is sent again with them."));
        }
        return new Assembled(List.copyOf(claims), rejected);
    }

    /** The claims of the versions. One that is no event by itself, for want of a date, counts with the next. */
    private List<Claim> claims(List<ClaimRows> versions, Map<Row, RowRejection> rejected) {
        List<Claim> claims = new ArrayList<>();
        List<Row> waiting = new ArrayList<>();
        List<Row> waitingRepeated = new ArrayList<>();
        RowRejection why = null;
        long bytes = 0;
        for (ClaimRows version : versions) {
            if (version.isRetraction() && why != null) {
                refuse(waiting, waitingRepeated, why, rejected);
                why = null;
            }
            waiting.addAll(version.own());
            waitingRepeated.addAll(version.repeated());
            try {
                Claim claim = ClaimContent.claim(mapping.event(version, batch), waiting, waitingRepeated);
                bytes += claim.encoded().length;
                if (bytes > VERSIONS_LIMIT && !claims.isEmpty()) {
                    throw History.tooOften();
                }
                claims.add(claim);
                waiting.clear();
                waitingRepeated.clear();
                why = null;
            } catch (RowRejection e) {
                why = e;
            }
        }
        if (why != null) {
            refuse(waiting, waitingRepeated, why, rejected);
        }
        return claims;
    }

    private static void refuse(List<Row> rows, List<Row> repeated, RowRejection why, Map<Row, RowRejection> rejected) {
        rows.forEach(row -> rejected.put(row, why));
        repeated.forEach(row -> rejected.put(row, why));
        rows.clear();
        repeated.clear();
    }
}
