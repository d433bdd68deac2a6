package org.vigia.simulation.world;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How events spread over the simulated period: fewer at week-ends and around the Chinese New Year, more before
 * Christmas. The same in each year, so that no season looks like a surge. Days count from 0.
 */
public final class Season {

    public static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);

    /** 1 January 2023 to 31 December 2025. */
    public static final int DAYS = 1096;

    private static final double[] MONTHS = {1.0, 0.86, 0.96, 1.0, 1.02, 1.0, 0.98, 1.0, 1.04, 1.08, 1.1, 1.0};

    private final double[] before = new double[DAYS + 1];

    public Season() {
        for (int day = 0; day < DAYS; day++) {
            before[day + 1] = before[day] + weight(date(day));
        }
    }

    private static double weight(LocalDate date) {
        boolean weekEnd = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return MONTHS[date.getMonthValue() - 1] * (weekEnd ? 0.6 : 1.0);
    }

    /** How many of a number of events lie before a day; none for days before the period, all for days after it. */
    public long before(int day, long events) {
        if (day <= 0) {
            return 0;
        }
        return day >= DAYS ? events : (long) (events * (before[day] / before[DAYS]));
    }

    /** The day of an event by its number in time. */
    public int dayOf(long number, long events) {
        int low = 0;
        int high = DAYS - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before(middle, events) <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    public static LocalDate date(int day) {
        return FIRST_DAY.plusDays(day);
    }

    /** Day number of the first of a month, which counts from 0. */
    public static int firstOfMonth(int month) {
        return (int) (FIRST_DAY.plusMonths(month).toEpochDay() - FIRST_DAY.toEpochDay());
    }
}
