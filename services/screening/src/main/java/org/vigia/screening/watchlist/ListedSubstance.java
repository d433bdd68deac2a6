package org.vigia.screening.watchlist;

import java.util.Comparator;
import java.util.List;
import org.vigia.events.AlertKind;
import org.vigia.screening.revision.AlertIds;

/**
 * A substance on a list of an authority: what one alert of a shipment is about.
 *
 * @param substance CAS number of the entry, or its normalised name if it has none that is valid
 */
public record ListedSubstance(String authority, String list, String substance) implements Comparable<ListedSubstance> {

    private static final Comparator<ListedSubstance> ORDER = Comparator.comparing(ListedSubstance::authority)
            .thenComparing(ListedSubstance::list)
            .thenComparing(ListedSubstance::substance);

    /** Id of the alert that this substance raises for an event; depends on nothing else. */
    public String alertId(String eventId) {
        return AlertIds.of("WL", List.of(AlertKind.WATCH_LIST.name(), eventId, authority, list, substance));
    }

    @Override
    public int compareTo(ListedSubstance other) {
        return ORDER.compare(this, other);
    }
}
