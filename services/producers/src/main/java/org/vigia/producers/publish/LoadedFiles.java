package org.vigia.producers.publish;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vigia.events.LedgerEntry;

/** Which files were loaded to their end before, by the ledger topic: a few dozen bytes for every file ever loaded. */
public final class LoadedFiles {

    private final Set<String> complete = new HashSet<>();
    private final Map<Integer, Long> next = new HashMap<>();
    private String identity = "";

    /** Reads what the ledger topic holds beyond what is known. */
    public void catchUp(TopicReader ledger) throws IOException {
        String current = ledger.identity();
        if (!current.equals(identity)) {
            complete.clear();
            next.clear();
            identity = current;
        }
        ledger.read(Map.copyOf(next), (records, offsets) -> {
            for (TopicReader.Published record : records) {
                if (record.value() instanceof LedgerEntry entry && entry.getComplete()) {
                    complete.add(key(entry.getFeed(), entry.getSource().getChecksum()));
                }
            }
            next.putAll(offsets);
        });
    }

    /**
     * Whether a feed loaded these bytes to their end.
     *
     * @param checksum SHA-256 of the file as received
     */
    public boolean contains(String feed, String checksum) {
        return complete.contains(key(feed, checksum));
    }

    private static String key(String feed, String checksum) {
        return feed + " " + checksum;
    }
}
