package org.vigia.trends;

import java.time.Duration;
import org.vigia.runtime.streams.StoreKind;

/**
 * Settings of the trends application.
 *
 * @param windowSize length of an operational window
 * @param windowAdvance from the start of one operational window to the start of the next, at most the size
 * @param windowGrace how long after its end an operational window still takes claims, measured against the latest claim
 *     of the same cell; calendar trends are never closed
 * @param storage where state is kept
 */
public record TrendsSettings(Duration windowSize, Duration windowAdvance, Duration windowGrace, StoreKind storage) {

    /** @throws IllegalArgumentException if a duration is out of range */
    public TrendsSettings {
        if (windowSize.toMillis() <= 0 || windowSize.compareTo(Duration.ofDays(3660)) > 0) {
            throw new IllegalArgumentException(
                    "The operational window must be longer than nothing and at most 3660 days, but is " + windowSize);
        }
        if (windowAdvance.toMillis() <= 0 || windowAdvance.compareTo(windowSize) > 0) {
            throw new IllegalArgumentException("The operational window must advance by more than nothing and at most"
                    + " its size of " + windowSize + ", but advances by " + windowAdvance);
        }
        if (windowGrace.isNegative() || windowGrace.compareTo(Duration.ofDays(3660)) > 0) {
            throw new IllegalArgumentException(
                    "The grace of the operational window must be from 0 to 3660 days, but is " + windowGrace);
        }
    }

    /** Four weeks every week with two weeks of grace, in RocksDB. */
    public static TrendsSettings defaults() {
        return new TrendsSettings(Duration.ofDays(28), Duration.ofDays(7), Duration.ofDays(14), StoreKind.ROCKSDB);
    }

    /** The same with state kept elsewhere. */
    public TrendsSettings withStorage(StoreKind other) {
        return new TrendsSettings(windowSize, windowAdvance, windowGrace, other);
    }
}
