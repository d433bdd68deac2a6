package org.vigia.producers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.claim.Claim;
import org.vigia.producers.claim.Fingerprint;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.table.RawRecord;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowReader;

/**
 * Rows of one file that were refused and are sent again, with the rows of the same events that had landed.
 *
 * @param checksum SHA-256 of the file in which they stood first
 * @param attempt how often they were sent again, this time included, from 1
 * @param heading what stood before the rows in that file, see {@link RowReader#heading}
 * @param refused by line in that file; none of them has landed
 * @param landed by event, what had landed of it
 */
public record RefusedRows(
        String checksum,
        int attempt,
        ByteBuffer heading,
        SortedMap<Long, Refused> refused,
        Map<Fingerprint, Landed> landed) {

    /**
     * A row that was refused.
     *
     * @param row with its line in the file in which it stood first, mended or as it was
     * @param rejectionId id of its rejected record
     */
    public record Refused(RawRecord row, String rejectionId) {}

    /**
     * What had landed of an event.
     *
     * @param state of the event as these rows left it
     * @param rows by line
     */
    public record Landed(Fingerprint state, SortedMap<Long, RawRecord> rows) {}

    List<String> ids() {
        return refused.values().stream().map(Refused::rejectionId).sorted().toList();
    }

    /** Reads all rows in the order of the file. */
    RowReader reader(Feed feed) throws IOException {
        byte[] bytes = new byte[heading.remaining()];
        heading.duplicate().get(bytes);
        TreeMap<Long, RawRecord> rows = new TreeMap<>();
        landed.values().forEach(event -> rows.putAll(event.rows()));
        refused.forEach((line, again) -> rows.put(line, again.row()));
        return RowReader.again(List.copyOf(rows.values()), bytes, feed.columns(), feed.layout());
    }

    /** Whether the row on a line is one that was refused, and not one that only goes along with such. */
    boolean wasRefused(long line) {
        return refused.containsKey(line);
    }

    /**
     * Whether claims say the whole of an event that nobody has corrected since, so that they may replace what is known of it.
     *
     * @param known state of the last claim of the event; null if there is none
     */
    boolean isWhole(Fingerprint event, List<Claim> claims, @Nullable Fingerprint known) {
        Landed before = landed.get(event);
        if (before == null || !before.state().equals(known)) {
            return false;
        }
        Set<Long> lines = claims.stream()
                .flatMap(claim -> Stream.concat(claim.rows().stream(), claim.repeated().stream()))
                .map(Row::line)
                .collect(Collectors.toSet());
        return lines.containsAll(before.rows().keySet());
    }
}
