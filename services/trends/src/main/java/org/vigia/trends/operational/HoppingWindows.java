package org.vigia.trends.operational;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Windows of one size that begin at every multiple of the advance since 1970-01-01T00:00Z. All times are in
 * milliseconds since then.
 *
 * @param size length of a window
 * @param advance from the start of one to the start of the next
 * @param grace how long after its end a window still takes claims
 */
public record HoppingWindows(long size, long advance, long grace) {

    public static HoppingWindows of(Duration size, Duration advance, Duration grace) {
        return new HoppingWindows(size.toMillis(), advance.toMillis(), grace.toMillis());
    }

    /** Starts of the windows that hold a time, earliest first. */
    List<Long> starts(long time) {
        List<Long> starts = new ArrayList<>((int) (size / advance) + 1);
        long last = Math.floorDiv(time, advance) * advance;
        for (long start = last - (size - 1) / advance * advance; start <= last; start += advance) {
            if (time < start + size) {
                starts.add(start);
            }
        }
        return starts;
    }

    /** Whether a window is closed once claims have reached a time. */
    boolean isClosed(long start, long reached) {
        return start + size + grace <= reached;
    }

    /** Starts of the windows that may hold claims and close while claims go on from one time to a later one. */
    List<Long> closing(long from, long to) {
        List<Long> starts = new ArrayList<>();
        long last = Math.floorDiv(from, advance) * advance;
        for (long start = last; !isClosed(start, from); start -= advance) {
            if (isClosed(start, to)) {
                starts.add(start);
            }
        }
        return starts;
    }
}
