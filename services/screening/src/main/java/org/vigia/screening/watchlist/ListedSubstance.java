package org.vigia.screening.watchlist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import org.vigia.events.AlertKind;

/**
 * A substance on a list of an authority: what one alert of a shipment is about.
 *
 * @param substance CAS number of the entry, or its normalised name if it has none that is valid
 */
public record ListedSubstance(String authority, String list, String substance) implements Comparable<ListedSubstance> {

    private static final Comparator<ListedSubstance> ORDER = Comparator.comparing(ListedSubstance::authority)
            .thenComparing(ListedSubstance::list)
            .thenComparing(ListedSubstance::substance);

    private static final int ID_BYTES = 16;

    /** Id of the alert that this substance raises for an event; depends on nothing else. */
    public String alertId(String eventId) {
        String facts = String.join("\0", AlertKind.WATCH_LIST.name(), eventId, authority, list, substance);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(facts.getBytes(StandardCharsets.UTF_8));
            return "WL-" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(ListedSubstance other) {
        return ORDER.compare(this, other);
    }
}
