package org.vigia.simulation.planted;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.vigia.simulation.world.Area;
import org.vigia.simulation.world.Season;

/** Keys of the calendar trends: series, drug, country, area, agency, granularity and first day. */
final class TrendKeys {

    private TrendKeys() {}

    static String month(Area area, String drug, int month) {
        return cell(area, drug) + "|MONTH|" + Season.FIRST_DAY.plusMonths(month);
    }

    /** The cell, the weeks of a month, and last the month. */
    static List<String> ofMonth(Area area, String drug, int month) {
        List<String> keys = new ArrayList<>();
        keys.add(cell(area, drug));
        LocalDate first = Season.FIRST_DAY.plusMonths(month);
        for (LocalDate week = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                week.isBefore(first.plusMonths(1));
                week = week.plusWeeks(1)) {
            keys.add(cell(area, drug) + "|WEEK|" + week);
        }
        keys.add(month(area, drug, month));
        return keys;
    }

    static String cell(Area area, String drug) {
        return String.join("|", "SEIZURES", drug, area.country(), area.code(), area.agency());
    }
}
