package org.vigia.simulation.file;

import java.util.stream.IntStream;
import org.vigia.simulation.world.Season;

/** Dates as ISO 8601 text, written once for every day of the period and the voyages after it. */
final class Days {

    private static final String[] TEXTS = IntStream.range(0, Season.DAYS + 60)
            .mapToObj(day -> Season.date(day).toString())
            .toArray(String[]::new);

    private Days() {}

    static String day(int day) {
        return TEXTS[day];
    }

    static String instant(int day, int minute) {
        int hour = minute / 60;
        int rest = minute % 60;
        return TEXTS[day] + (hour < 10 ? "T0" : "T") + hour + (rest < 10 ? ":0" : ":") + rest + ":00Z";
    }
}
