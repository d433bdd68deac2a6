package org.vigia.simulation.planted;

import org.vigia.simulation.world.Area;
import org.vigia.simulation.world.Draw;
import org.vigia.simulation.world.Season;

/** Seizures of one drug in one area, a given number each month, spread over the days of the month. */
final class SteadySeries {

    static final int MONTHS = 36;

    private static final int DAYS_USED = 27;

    private SteadySeries() {}

    static void month(Story story, Draw draw, Area area, String drug, int month, int seizures, long grams) {
        int first = Season.firstOfMonth(month);
        for (int i = 0; i < seizures; i++) {
            int day = first + i * DAYS_USED / seizures;
            story.add(story.seizure(draw, area, drug, day, (long) (grams * draw.factor(0.2))));
        }
    }
}
