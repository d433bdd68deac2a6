package org.vigia.producers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LandedRows;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.Claim;
import org.vigia.producers.claim.ClaimAssembler;
import org.vigia.producers.claim.ClaimContent;
import org.vigia.producers.claim.Disposition;
import org.vigia.producers.claim.Fingerprint;
import org.vigia.producers.claim.Judgement;
import org.vigia.producers.table.RawRecord;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/** Decides what becomes of claims and refused rows, publishes what is new, and counts every row. */
final class Settlement implements ReadAhead.Taker {

    private final Batch batch;
    private final Repetition repetition;
    private final @Nullable RefusedRows again;
    private final Transactions transactions;
    private final Tally tally;
    private final Rejections rejections;
    /** Events that rows seen before brought only now. */
    private final Set<Fingerprint> mended = new HashSet<>();

    /** How rows that were seen before are taken. */
    enum Repetition {
        /** They were not. */
        NONE,
        /** The very same bytes: a known event may have been corrected since, so they say nothing new of it. */
        SAME_BYTES,
        /** Refused rows, each of which is an event: as with the same bytes. */
        REFUSED_EVENTS,
        /** Refused rows of events of several rows: without the others they would take back what those say. */
        REFUSED_PARTS
    }

    /** @param again what is known of refused rows that are sent again; null if these are none */
    Settlement(
            Batch batch,
            Repetition repetition,
            @Nullable RefusedRows again,
            Transactions transactions,
            Tally tally,
            Rejections rejections) {
        this.batch = batch;
        this.repetition = repetition;
        this.again = again;
        this.transactions = transactions;
        this.tally = tally;
        this.rejections = rejections;
    }

    @Override
    public void take(List<Outcome> outcomes) throws IOException {
        lookUp(outcomes);
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Spread(long line, int events) -> tally.spread(line, events);
                case Outcome.Refused(RawRecord record, RowRejection why) -> {
                    reject(record.line(), record.bytes(), why);
                    transactions.done(1);
                }
                case Outcome.Waiting() -> transactions.tick();
                case Outcome.OfEvent event -> settle(event);
            }
        }
    }

    @Override
    public void idle() throws IOException {
        transactions.tick();
    }

    private void lookUp(List<Outcome> outcomes) throws IOException {
        List<Fingerprint> events = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.OfEvent event
                    && !event.assembled().claims().isEmpty()) {
                events.add(event.assembled().claims().getFirst().subject());
            }
        }
        transactions.lookUp(events);
    }

    private void settle(Outcome.OfEvent event) throws IOException {
        reject(event.assembled());
        settle(event.assembled().claims());
        for (RawRecord record : event.surplus()) {
            reject(record.line(), record.bytes(), Rejections.tooLarge());
        }
        transactions.done(event.rows() + event.surplus().size());
    }

    /** Publishes what is new in the successive claims of one event. */
    private void settle(List<Claim> claims) throws IOException {
        List<Claim> fitting = new ArrayList<>(claims.size());
        List<byte[]> encoded = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            byte[] value = transactions.encode(claim);
            if (value.length <= Rejections.EVENT_LIMIT) {
                fitting.add(claim);
                encoded.add(value);
            } else {
                reject(claim, Rejections.tooLarge());
            }
        }
        if (fitting.isEmpty()) {
            return;
        }
        String key = ClaimContent.key(fitting.getFirst().event());
        Fingerprint event = fitting.getFirst().subject();
        Fingerprint known = transactions.known(event);
        if (repetition == Repetition.REFUSED_PARTS && replacesOthers(fitting, event, known)) {
            for (Claim claim : fitting) {
                reject(claim, Rejections.partOfKnown(key));
            }
            return;
        }
        List<Disposition> dispositions = dispositions(fitting, event, known);
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

    private boolean replacesOthers(List<Claim> claims, Fingerprint event, @Nullable Fingerprint known) {
        return known != null
                && !mended.contains(event)
                && !claims.getLast().state().equals(known)
                && !isWhole(claims, event, known);
    }

    private boolean isWhole(List<Claim> claims, Fingerprint event, @Nullable Fingerprint known) {
        return again != null && again.isWhole(event, claims, known);
    }

    private List<Disposition> dispositions(List<Claim> claims, Fingerprint event, @Nullable Fingerprint known) {
        if (repetition == Repetition.NONE) {
            return Judgement.of(claims, known);
        }
        if (known != null && !mended.contains(event) && !isWhole(claims, event, known)) {
            return Collections.nCopies(claims.size(), Disposition.UNCHANGED);
        }
        mended.add(event);
        return Judgement.of(claims, known);
    }

    private void reject(Claim claim, RowRejection why) throws IOException {
        for (List<Row> rows : List.of(claim.rows(), claim.repeated())) {
            for (Row row : rows) {
                reject(row.line(), row.raw(), why);
            }
        }
    }

    /** Refuses those rows of an event that cannot be taken, the first with those that can, to go together again. */
    private void reject(ClaimAssembler.Assembled assembled) throws IOException {
        LandedRows landed = rejections.landed(assembled);
        for (Map.Entry<Row, RowRejection> refused : assembled.rejected().entrySet()) {
            Row row = refused.getKey();
            if (reject(row.line(), row.raw(), refused.getValue(), landed)) {
                landed = null;
            }
        }
    }

    /** Refuses the row that begins on a line. */
    private void reject(long line, byte[] raw, RowRejection why) throws IOException {
        reject(line, raw, why, null);
    }

    private boolean reject(long line, byte[] raw, RowRejection why, @Nullable LandedRows landed) throws IOException {
        if (again != null && !again.wasRefused(line)) {
            // It has landed, and stays as it is.
            tally.count(Disposition.UNCHANGED, line);
            return false;
        }
        boolean first = !tally.isRejected(line);
        if (first) {
            transactions.rejected(rejections.of(batch, line, raw, why, landed));
        }
        tally.count(Disposition.REJECTED, line);
        return first;
    }
}
