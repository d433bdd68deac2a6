package org.vigia.simulation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import org.vigia.simulation.world.Season;

/**
 * Events of one file in the order in which an office sends them: those of a day, the planted ones of the day, then what is
 * said now of those of some time ago.
 *
 * @param count ordinary events
 * @param lag days until more is said of an event
 * @param first makes an event as it is first told
 * @param later makes what is said of it after the lag
 */
record Timeline<T>(Season season, long count, int lag, LongFunction<T> first, LongFunction<Optional<T>> later) {

    /** Writes all events; planted ones must be sorted by day. */
    void write(List<T> planted, ToIntFunction<T> dayOf, Writer<T> writer, EachDay eachDay) throws IOException {
        int next = 0;
        int days = Season.DAYS + lag;
        for (int day = 0; day < days; day++) {
            for (long i = season.before(day, count); i < season.before(day + 1, count); i++) {
                writer.write(first.apply(i));
            }
            while (next < planted.size() && dayOf.applyAsInt(planted.get(next)) <= day) {
                writer.write(planted.get(next++));
            }
            for (long i = season.before(day - lag, count); i < season.before(day - lag + 1, count); i++) {
                Optional<T> more = later.apply(i);
                if (more.isPresent()) {
                    writer.write(more.get());
                }
            }
            eachDay.done(day + 1, days);
        }
    }

    @FunctionalInterface
    interface Writer<T> {

        void write(T event) throws IOException;
    }

    @FunctionalInterface
    interface EachDay {

        void done(int day, int days);
    }
}
