package org.vigia.producers;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.Disposition;

/** Counts rows: those read, and what became of them. */
final class Tally {

    /**
     * A row that speaks of several events.
     *
     * @param events how many of them are still to be settled
     * @param strongest what became of it so far
     */
    private record Spread(int events, Disposition strongest) {}

    private final Map<Disposition, Long> rows = new EnumMap<>(Disposition.class);
    private final Map<Long, Spread> spread = new HashMap<>();
    private Map<Disposition, Long> committed = Map.of();
    private long read;
    private long lastLine;

    /**
     * What an account is of.
     *
     * @param header what stands before the rows
     * @param finishedAt when all of it was settled
     */
    record Account(Batch batch, LoadInput input, @Nullable ByteBuffer header, Instant startedAt, Instant finishedAt) {}

    /** A row was read that begins on a line. */
    void read(long line) {
        read++;
        lastLine = line;
    }

    /** A row speaks of several events; it counts once, when all are settled, as the most that became of it. */
    void spread(long line, int events) {
        spread.put(line, new Spread(events, Disposition.UNCHANGED));
    }

    /** The row that begins on a line is settled, or one of the events that it speaks of. */
    void count(Disposition disposition, long line) {
        Spread before = spread.remove(line);
        Disposition strongest = before == null ? disposition : stronger(before.strongest(), disposition);
        if (before != null && before.events() > 1) {
            spread.put(line, new Spread(before.events() - 1, strongest));
        } else {
            rows.merge(strongest, 1L, Long::sum);
        }
    }

    /** Whether the row was refused already for another event that it speaks of. */
    boolean isRejected(long line) {
        Spread before = spread.get(line);
        return before != null && before.strongest() == Disposition.REJECTED;
    }

    private static Disposition stronger(Disposition one, Disposition other) {
        return one == Disposition.UNCHANGED || (other != Disposition.UNCHANGED && other.compareTo(one) > 0)
                ? other
                : one;
    }

    long rowsRead() {
        return read;
    }

    /** What was counted so far is committed. */
    void committed() {
        committed = new EnumMap<>(Disposition.class);
        committed.putAll(rows);
    }

    /** Rows that were settled. */
    long settled() {
        return sum(rows);
    }

    /** Rows that were settled and are committed. */
    long landed() {
        return sum(committed);
    }

    /**
     * The account of the whole file.
     *
     * @throws IllegalStateException if it does not add up, which is a defect of ours that must not go unseen
     */
    LedgerEntry ledger(Account account) {
        if (settled() != read) {
            throw new IllegalStateException(
                    "The ledger of " + account.batch().id() + " does not add up: " + read + " rows read, but " + rows);
        }
        return entry(rows, account, true);
    }

    /** The account of the rows settled, of a file that cannot be read to its end. */
    LedgerEntry settledLedger(Account account) {
        return entry(rows, account, false);
    }

    /** The account of the rows committed, of a load that failed. */
    LedgerEntry landedLedger(Account account) {
        return entry(committed, account, false);
    }

    private LedgerEntry entry(Map<Disposition, Long> counted, Account account, boolean complete) {
        Batch batch = account.batch();
        return new LedgerEntry(
                batch.feed(),
                batch.partner(),
                batch.account(lastLine),
                sum(counted),
                of(counted, Disposition.ACCEPTED),
                of(counted, Disposition.UNCHANGED),
                of(counted, Disposition.REVISED),
                of(counted, Disposition.RETRACTED),
                of(counted, Disposition.REJECTED),
                account.startedAt(),
                account.finishedAt(),
                complete,
                account.input().idempotencyKey(),
                complete ? account.input().redrivenIds() : List.of(),
                account.input().attempt(),
                account.header(),
                account.input().sender());
    }

    private static long sum(Map<Disposition, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long of(Map<Disposition, Long> rows, Disposition disposition) {
        return rows.getOrDefault(disposition, 0L);
    }
}
