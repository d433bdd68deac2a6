package org.vigia.screening;

import java.time.Duration;
import org.vigia.runtime.streams.StoreKind;
import org.vigia.screening.party.PartyRules;
import org.vigia.screening.watchlist.WatchListRules;

/**
 * Settings of the screening application.
 *
 * @param watchList how a match with a watch list is judged
 * @param parties how likeness to a sanctioned party is judged
 * @param historyRetention how long before the newest event the history detectors remember an event
 * @param storage where state is kept
 */
public record ScreeningSettings(
        WatchListRules watchList, PartyRules parties, Duration historyRetention, StoreKind storage) {

    /** Ten years, more than any criminal proceeding of a shipment looks back. */
    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    /** The settings that are used unless others are configured. */
    public static ScreeningSettings defaults() {
        return new ScreeningSettings(WatchListRules.defaults(), PartyRules.published(), TEN_YEARS, StoreKind.ROCKSDB);
    }

    /** The same with state kept elsewhere. */
    public ScreeningSettings withStorage(StoreKind other) {
        return new ScreeningSettings(watchList, parties, historyRetention, other);
    }
}
