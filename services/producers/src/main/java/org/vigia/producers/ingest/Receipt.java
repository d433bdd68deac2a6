package org.vigia.producers.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;

/**
 * What a sender gets for a batch: {@code read = accepted + unchanged + revised + retracted + rejected}.
 *
 * @param complete whether the batch was read to its end
 * @param checksum SHA-256 of the bytes, unpacked if they came with a Content-Encoding
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        String batchId,
        String feed,
        String name,
        String checksum,
        boolean complete,
        long read,
        long accepted,
        long unchanged,
        long revised,
        long retracted,
        long rejected,
        String startedAt,
        String finishedAt,
        @Nullable String idempotencyKey) {

    /** The receipt of an account. */
    public static Receipt of(LedgerEntry entry) {
        return new Receipt(
                entry.getSource().getBatchId(),
                entry.getFeed(),
                entry.getSource().getFile(),
                entry.getSource().getChecksum(),
                entry.getComplete(),
                entry.getRead(),
                entry.getAccepted(),
                entry.getUnchanged(),
                entry.getRevised(),
                entry.getRetracted(),
                entry.getRejected(),
                entry.getStartedAt().toString(),
                entry.getFinishedAt().toString(),
                entry.getIdempotencyKey());
    }
}
