package org.vigia.screening;

import org.vigia.screening.watchlist.WatchListRules;

/**
 * Settings of the screening application.
 *
 * @param watchList how a match with a watch list is judged
 */
public record ScreeningSettings(WatchListRules watchList) {

    /** The settings that are used unless others are configured. */
    public static ScreeningSettings defaults() {
        return new ScreeningSettings(WatchListRules.defaults());
    }
}
