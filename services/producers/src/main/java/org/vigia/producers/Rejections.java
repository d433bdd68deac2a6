package org.vigia.producers;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigia.events.KeptRow;
import org.vigia.events.LandedRows;
import org.vigia.events.RejectedRecord;
import org.vigia.events.RejectionReason;
import org.vigia.events.Source;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.Claim;
import org.vigia.producers.claim.ClaimAssembler;
import org.vigia.producers.claim.ClaimContent;
import org.vigia.producers.claim.Fingerprint;
import org.vigia.producers.table.RecordScanner;
import org.vigia.producers.table.RowRejection;

/** Refused rows as records. */
final class Rejections {

    /** Largest event in bytes; a Kafka broker takes records of up to 1 MiB unless it is told otherwise. */
    static final int EVENT_LIMIT = 1_000_000;

    private static final int RAW_LIMIT = 64 << 10;
    private static final int DETAIL_LIMIT = 4_000;
    private static final int LANDED_LIMIT = EVENT_LIMIT / 2;

    private final boolean whole;
    private final List<RefusedInputException.Refusal> refused = new ArrayList<>();

    /** @param whole whether nothing may land if anything is refused */
    Rejections(boolean whole) {
        this.whole = whole;
    }

    /** Refuses all of the input if it is to land as a whole, and something of it was refused. */
    void throwIfWhole() {
        if (!refused.isEmpty()) {
            throw new RefusedInputException(refused);
        }
    }

    /** @param landed what else of its event is taken; null if nothing, or if another row keeps it */
    RejectedRecord of(Batch batch, long line, byte[] raw, RowRejection why, @Nullable LandedRows landed) {
        if (whole) {
            refused.add(new RefusedInputException.Refusal(line, why.reason(), why.detail()));
        }
        Source source = batch.source(line);
        boolean truncated = raw.length > RAW_LIMIT;
        String detail = why.detail();
        return new RejectedRecord(
                batch.id() + "-" + source.getLine(),
                batch.partner(),
                batch.feed(),
                source,
                why.reason(),
                detail.length() > DETAIL_LIMIT ? detail.substring(0, DETAIL_LIMIT) + "..." : detail,
                ByteBuffer.wrap(raw, 0, truncated ? RAW_LIMIT : raw.length).slice(),
                truncated,
                batch.recordedAt(),
                landed);
    }

    /** The rows of an event that are taken, if others are refused; null if none are, or if they are too large to be kept. */
    @Nullable
    LandedRows landed(ClaimAssembler.Assembled assembled) {
        if (assembled.rejected().isEmpty() || assembled.claims().isEmpty()) {
            return null;
        }
        SortedMap<Long, byte[]> rows = new TreeMap<>();
        for (Claim claim : assembled.claims()) {
            claim.rows().forEach(row -> rows.put(row.line(), row.raw()));
            claim.repeated().forEach(row -> rows.put(row.line(), row.raw()));
        }
        long bytes = rows.values().stream().mapToLong(row -> row.length).sum();
        if (bytes > LANDED_LIMIT) {
            return null;
        }
        Claim last = assembled.claims().getLast();
        ByteBuffer state = ByteBuffer.allocate(Fingerprint.BYTES);
        last.state().write(state);
        List<KeptRow> kept = new ArrayList<>(rows.size());
        rows.forEach((line, raw) -> kept.add(new KeptRow(line, ByteBuffer.wrap(raw))));
        return new LandedRows(ClaimContent.key(last.event()), state.flip(), kept);
    }

    /** Why a record that the scanner gave up has no cells. */
    static RowRejection ofProblem(RejectionReason problem) {
        return problem == RejectionReason.CELL_TOO_LARGE
                ? new RowRejection(
                        problem,
                        "The line has a cell of more than " + (RecordScanner.CELL_LIMIT >> 20)
                                + " MiB, or is longer than " + (RecordScanner.RECORD_LIMIT >> 20) + " MiB. Shorten it.")
                : new RowRejection(
                        problem,
                        "The line opens a quote that does not close properly, or only in a later row, so reading went"
                                + " on with the next line. Close the quote, double every quote inside a quoted cell, and"
                                + " write out what a ditto mark stands for.");
    }

    static RowRejection tooLarge() {
        return new RowRejection(
                RejectionReason.CELL_TOO_LARGE,
                "All rows of the event together are larger than one event may be (" + EVENT_LIMIT
                        + " bytes). Shorten the texts, or split it into several.");
    }

    /** Why a row that was refused before cannot be sent again by itself. */
    static RowRejection partOfKnown(String event) {
        return new RowRejection(
                RejectionReason.CONFLICTING_ROWS,
                "Event " + event
                        + " is known by other rows, which this row would take back, or was corrected since. Send all"
                        + " rows of the event in a new file.");
    }
}
