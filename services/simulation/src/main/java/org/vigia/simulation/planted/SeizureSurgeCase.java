package org.vigia.simulation.planted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigia.simulation.world.Area;
import org.vigia.simulation.world.Draw;
import org.vigia.simulation.world.Season;

/**
 * An area in which four seizures of a drug are made every month for three years, and 26 in one month of the third year. No other
 * area of the country has that drug.
 */
final class SeizureSurgeCase implements PlantedCase {

    private static final List<String> DRUGS = List.of("ketamine", "mdma", "xylazine", "carfentanil");
    private static final List<Area> AREAS = oneOfEachCountry();
    private static final int USUAL = 4;
    private static final int SURGE = 26;
    private static final int FIRST_MONTH = 25;
    private static final long GRAMS = 6_000;

    @Override
    public Kind kind() {
        return Kind.SEIZURE_SURGE;
    }

    @Override
    public int cases(long events) {
        return HowMany.withHistory(events, 2_500, 2, 20);
    }

    @Override
    public void plant(Story story, int number) {
        Draw draw = story.draw(kind(), number);
        Area area = AREAS.get(number % AREAS.size());
        String drug = DRUGS.get(number / AREAS.size());
        int surge = FIRST_MONTH + draw.below(SteadySeries.MONTHS - 1 - FIRST_MONTH);
        for (int month = 0; month < SteadySeries.MONTHS; month++) {
            SteadySeries.month(story, draw, area, drug, month, month == surge ? SURGE : USUAL, GRAMS);
        }
        story.find(
                kind(),
                TrendKeys.ofMonth(area, drug, surge),
                SURGE + " seizures of " + drug + " in " + area.code() + " in the month from "
                        + Season.FIRST_DAY.plusMonths(surge) + ", " + USUAL + " in every other month");
    }

    private static List<Area> oneOfEachCountry() {
        Set<String> countries = new HashSet<>();
        List<Area> areas = new ArrayList<>();
        for (Area area : Area.all()) {
            if (countries.add(area.country())) {
                areas.add(area);
            }
        }
        return areas;
    }
}
