package org.vigia.producers.claim;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
 * @param origin SHA-256 of the file in which the rows stood first, if they were refused before and are sent again; else null
 */
public record Batch(
        String feed,
        String partner,
        String file,
        String checksum,
        Instant recordedAt,
        LocalDate asOf,
        @Nullable String origin) {

    private static final int OF_CHECKSUM = 16;

    /** A load of a file as a partner sent it. */
    public Batch(String feed, String partner, String file, String checksum, Instant recordedAt, LocalDate asOf) {
        this(feed, partner, file, checksum, recordedAt, asOf, null);
    }

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
        return origin == null ? account(line) : new Source(file, line, origin, id());
    }

    /**
     * What a load was of.
     *
     * @param line last line that was read
     */
    public Source account(long line) {
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
