package org.vigia.simulation.planted;

import java.util.ArrayList;
import java.util.List;
import org.vigia.simulation.world.Area;
import org.vigia.simulation.world.Draw;
import org.vigia.simulation.world.Season;

/**
 * Two neighbouring ports with six seizures of a drug a month each; from some month of the third year on to the end the one has one
 * and the other eleven. The sum stays, and the rise alone is less than twofold, which is no surge.
 */
final class DisplacementCase implements PlantedCase {

    private static final List<String> DRUGS = List.of("cocaine base", "opium", "tramadol");
    private static final List<Pair> PAIRS = List.of(
            new Pair(new Area("MX", "MX-COL", "Manzanillo", "SEMAR"), new Area("MX", "MX-BCN", "Ensenada", "SEMAR")),
            new Pair(new Area("NL", "NL-ZH", "Rotterdam", "Douane"), new Area("BE", "BE-VAN", "Antwerpen", "Douane")),
            new Pair(
                    new Area("MX", "MX-MIC", "Lázaro Cárdenas", "SEMAR"), new Area("MX", "MX-SON", "Guaymas", "SEMAR")),
            new Pair(new Area("CO", "CO-VAC", "Buenaventura", "Armada"), new Area("CO", "CO-NAR", "Tumaco", "Armada")));

    private static final int USUAL = 6;
    private static final int FALLEN = 1;
    private static final int RISEN = 11;
    private static final int FIRST_MONTH = 25;
    private static final int CHOICE = 6;
    private static final long GRAMS = 9_000;

    /** Two ports between which traffic moves. */
    private record Pair(Area from, Area to) {}

    @Override
    public Kind kind() {
        return Kind.DISPLACEMENT;
    }

    @Override
    public int cases(long events) {
        return HowMany.withHistory(events, 5_000, 1, PAIRS.size() * DRUGS.size());
    }

    @Override
    public void plant(Story story, int number) {
        Draw draw = story.draw(kind(), number);
        Pair pair = PAIRS.get(number % PAIRS.size());
        String drug = DRUGS.get(number / PAIRS.size());
        int change = FIRST_MONTH + draw.below(CHOICE);
        List<String> subjects = new ArrayList<>();
        subjects.add(TrendKeys.cell(pair.from(), drug));
        subjects.add(TrendKeys.cell(pair.to(), drug));
        for (int month = 0; month < SteadySeries.MONTHS; month++) {
            boolean moved = month >= change;
            SteadySeries.month(story, draw, pair.from(), drug, month, moved ? FALLEN : USUAL, GRAMS);
            SteadySeries.month(story, draw, pair.to(), drug, month, moved ? RISEN : USUAL, GRAMS);
            if (moved) {
                subjects.add(TrendKeys.month(pair.from(), drug, month));
                subjects.add(TrendKeys.month(pair.to(), drug, month));
            }
        }
        story.find(
                kind(),
                subjects,
                "From " + Season.FIRST_DAY.plusMonths(change) + " on seizures of " + drug + " fall from " + USUAL
                        + " to " + FALLEN + " a month at " + pair.from().place() + " and rise from " + USUAL + " to "
                        + RISEN + " at " + pair.to().place());
    }
}
