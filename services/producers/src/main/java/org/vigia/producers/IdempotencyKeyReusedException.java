package org.vigia.producers;

import java.io.IOException;
import org.vigia.events.LedgerEntry;

/** A name that a sender gave to one request was given to another with other bytes. */
public final class IdempotencyKeyReusedException extends IOException {

    private static final long serialVersionUID = 1L;

    IdempotencyKeyReusedException(String key, String batchId) {
        super("Idempotency-Key " + key + " was used for other bytes before (batch " + batchId
                + "). Give every new content a new key; repeat a key only to send the same bytes again.");
    }

    /** Refuses an input whose name was given to other bytes. */
    static void check(LoadInput input, LedgerEntry before) throws IdempotencyKeyReusedException {
        if (!before.getSource().getChecksum().equals(input.file().checksum())) {
            throw new IdempotencyKeyReusedException(
                    String.valueOf(input.idempotencyKey()), before.getSource().getBatchId());
        }
    }
}
