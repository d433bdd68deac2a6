package org.vigia.producers;

import java.nio.ByteBuffer;
import org.vigia.events.RejectedRecord;
import org.vigia.events.RejectionReason;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.table.RecordScanner;
import org.vigia.producers.table.RowRejection;

/** Refused rows as records. */
final class Rejections {

    private static final int RAW_LIMIT = 64 << 10;
    private static final int DETAIL_LIMIT = 4_000;

    private Rejections() {}

    static RejectedRecord of(Batch batch, long line, byte[] raw, RowRejection why) {
        boolean truncated = raw.length > RAW_LIMIT;
        String detail = why.detail();
        return new RejectedRecord(
                batch.id() + "-" + line,
                batch.partner(),
                batch.feed(),
                batch.source(line),
                why.reason(),
                detail.length() > DETAIL_LIMIT ? detail.substring(0, DETAIL_LIMIT) + "..." : detail,
                ByteBuffer.wrap(raw, 0, truncated ? RAW_LIMIT : raw.length).slice(),
                truncated,
                batch.recordedAt());
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
}
