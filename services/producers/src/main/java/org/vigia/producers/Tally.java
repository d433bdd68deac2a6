package org.vigia.producers;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.Disposition;

/** Counts rows: those read, and what became of them. */
final class Tally {

    private final Map<Disposition, Long> rows = new EnumMap<>(Disposition.class);
    private long read;

    void read() {
        read++;
    }

    void count(Disposition disposition, long number) {
        rows.merge(disposition, number, Long::sum);
    }

    long rowsRead() {
        return read;
    }

    /**
     * The account.
     *
     * @throws IllegalStateException if it does not add up, which is a defect of ours that must not go unseen
     */
    LedgerEntry ledger(Batch batch, long lastLine, Instant startedAt, Instant finishedAt) {
        long accounted = rows.values().stream().mapToLong(Long::longValue).sum();
        if (accounted != read) {
            throw new IllegalStateException(
                    "The ledger of " + batch.id() + " does not add up: " + read + " rows read, but " + rows);
        }
        return new LedgerEntry(
                batch.feed(),
                batch.partner(),
                batch.source(lastLine),
                read,
                of(Disposition.ACCEPTED),
                of(Disposition.UNCHANGED),
                of(Disposition.REVISED),
                of(Disposition.RETRACTED),
                of(Disposition.REJECTED),
                startedAt,
                finishedAt);
    }

    private long of(Disposition disposition) {
        return rows.getOrDefault(disposition, 0L);
    }
}
