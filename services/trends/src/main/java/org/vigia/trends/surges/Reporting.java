package org.vigia.trends.surges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an agency has reported, as its own claims show: silence is not a fall, and what has only begun to come is none
 * either.
 *
 * <ul>
 *   <li>A month is reported if the agency claims any incident in it, of whatever drug and wherever.
 *   <li>A reported month is complete once the agency claims incidents of a later month.
 *   <li>Unless it looks as if only a part had come: the agency's incidents of all drugs and areas are less than half of
 *       the median of the six reported months before, and of the six after. Until three are there after, those before
 *       decide alone. An agency with fewer than {@value #LEAST_USUAL} incidents a month is too small to tell.
 *   <li>An area is reported from the first month in which the agency claims anything there.
 * </ul>
 *
 * All of it depends on the figures as they stand, and on no clock, so that the order of arrival does not matter.
 *
 * @param complete months that may be compared
 * @param reported months with any incident
 * @param areas the first month of each area
 */
record Reporting(NavigableSet<Integer> complete, NavigableSet<Integer> reported, SortedMap<Area, Integer> areas) {

    private static final int NEARBY = 6;
    private static final int ENOUGH_AFTER = 3;
    private static final int LEAST_USUAL = 20;
    private static final double PART = 0.5;

    /**
     * From the incidents that the agency claims.
     *
     * @param incidents by area and month
     */
    static Reporting of(Map<Area, ? extends Map<Integer, Long>> incidents) {
        NavigableMap<Integer, Long> totals = new TreeMap<>();
        SortedMap<Area, Integer> areas = new TreeMap<>();
        incidents.forEach((area, months) -> months.forEach((month, events) -> {
            if (events > 0) {
                totals.merge(month, events, Long::sum);
                areas.merge(area, month, Math::min);
            }
        }));
        NavigableSet<Integer> complete = new TreeSet<>();
        for (int month : totals.navigableKeySet()) {
            if (month < totals.lastKey() && !inPart(totals, month)) {
                complete.add(month);
            }
        }
        return new Reporting(complete, new TreeSet<>(totals.navigableKeySet()), areas);
    }

    /** Whether the figure of an area and month may be compared, also if it is zero. */
    boolean covers(Area area, int month) {
        Integer first = areas.get(area);
        return first != null && month >= first && complete.contains(month);
    }

    /** Whether the agency has reported anything of a month. */
    boolean has(int month) {
        return reported.contains(month);
    }

    /** The latest month reported; that of the year 0 if there is none. */
    int latest() {
        return reported.isEmpty() ? 0 : reported.last();
    }

    /** Whether nothing more is to be expected of a month. */
    boolean isComplete(int month) {
        return complete.contains(month);
    }

    private static boolean inPart(NavigableMap<Integer, Long> totals, int month) {
        long total = totals.getOrDefault(month, 0L);
        boolean lessThanBefore =
                isPart(total, nearest(totals.headMap(month, false).descendingMap()));
        // The last month is still coming in, so it says nothing about what is usual.
        List<Long> after = nearest(totals.subMap(month, false, totals.lastKey(), false));
        return lessThanBefore && (after.size() < ENOUGH_AFTER || isPart(total, after));
    }

    private static boolean isPart(long total, List<Long> nearby) {
        if (nearby.isEmpty()) {
            return false;
        }
        double usual =
                Centre.median(nearby.stream().mapToDouble(Long::doubleValue).toArray());
        return usual >= LEAST_USUAL && total < PART * usual;
    }

    private static List<Long> nearest(Map<Integer, Long> months) {
        return new ArrayList<>(months.values().stream().limit(NEARBY).toList());
    }
}
