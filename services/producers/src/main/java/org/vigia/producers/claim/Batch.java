package org.vigia.producers.claim;

import java.time.Instant;
import java.time.LocalDate;
import org.vigia.events.Source;

/**
 * One load of one file.
 *
 * @param feed name of the feed
 * @param partner who sends it
 * @param file file name without directory
 * @param checksum SHA-256 of the file as received, lower-case hex
 * @param recordedAt stamp of every claim of this load
 * @param asOf last day on which an event may have begun, UTC
 */
public record Batch(String feed, String partner, String file, String checksum, Instant recordedAt, LocalDate asOf) {

    private static final int OF_CHECKSUM = 16;

    /** The same bytes loaded by the same feed have the same id. */
    public String id() {
        return feed + "-" + checksum.substring(0, OF_CHECKSUM);
    }

    /**
     * Where a claim comes from.
     *
     * @param line first line of the claim in the file, 1-based
     */
    public Source source(long line) {
        return new Source(file, line, checksum, id());
    }

    /**
     * The identity of an event.
     *
     * @param naturalKey the partner's own, stable across corrections
     */
    public String eventId(String naturalKey) {
        return partner + ":" + naturalKey;
    }
}
