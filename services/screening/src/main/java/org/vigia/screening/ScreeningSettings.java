package org.vigia.screening;

import org.vigia.runtime.streams.StoreKind;
import org.vigia.screening.party.PartyRules;
import org.vigia.screening.watchlist.WatchListRules;

/**
 * Settings of the screening application.
 *
 * @param watchList how a match with a watch list is judged
 * @param parties how likeness to a sanctioned party is judged
 * @param storage where state is kept
 */
public record ScreeningSettings(WatchListRules watchList, PartyRules parties, StoreKind storage) {

    /** The settings that are used unless others are configured. */
    public static ScreeningSettings defaults() {
        return new ScreeningSettings(WatchListRules.defaults(), PartyRules.published(), StoreKind.ROCKSDB);
    }

    /** The same with state kept elsewhere. */
    public ScreeningSettings withStorage(StoreKind other) {
        return new ScreeningSettings(watchList, parties, other);
    }
}
