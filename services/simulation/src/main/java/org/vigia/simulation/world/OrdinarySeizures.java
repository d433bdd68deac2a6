package org.vigia.simulation.world;

import java.util.List;
import java.util.Optional;

/**
 * The seizures in which nothing changes: each area and drug has its steady share. Laboratories confirm many of them
 * weeks later, with another weight.
 */
public final class OrdinarySeizures {

    private static final List<String> DRUGS = List.of("methamphetamine", "cocaine", "fentanyl", "cannabis", "heroin");
    private static final List<Integer> GRAMS = List.of(14_000, 22_000, 3_500, 60_000, 4_000);
    private static final double SIGMA = 0.25;

    private final long seed;
    private final Season season;
    private final Rotation rotation;
    private final Identifiers identifiers;
    private final long count;

    public OrdinarySeizures(long seed, Season season, long count) {
        this.seed = seed;
        this.season = season;
        this.count = count;
        int most = DRUGS.size() * Area.all().size();
        this.rotation = new Rotation(seed + 1, Math.clamp(count / (36 * 4), 1, most));
        this.identifiers = new Identifiers(seed);
    }

    public long count() {
        return count;
    }

    public Seizure first(long number) {
        Draw draw = new Draw(seed, Draw.Topic.SEIZURE, number);
        int percent = draw.below(100);
        Seizure seizure = make(draw, number);
        return percent < 40 ? seizure.presumed() : seizure;
    }

    /** What is said of a seizure some weeks later; empty for most. */
    public Optional<Seizure> later(long number) {
        Draw draw = new Draw(seed, Draw.Topic.SEIZURE, number);
        int percent = draw.below(100);
        if (percent >= 41) {
            return Optional.empty();
        }
        Seizure seizure = make(draw, number);
        if (percent == 40) {
            return Optional.of(seizure.retracted());
        }
        long weighed = Math.max(1, seizure.grams() * (960 + draw.below(70)) / 1000);
        return Optional.of(seizure.confirmed(weighed, 20 + draw.below(78)));
    }

    private Seizure make(Draw draw, long number) {
        int cell = (int) rotation.seriesOf(number);
        int drug = cell % DRUGS.size();
        Area area = Area.all().get(cell % Area.all().size());
        long grams = (long) (GRAMS.get(drug) * draw.factor(SIGMA));
        return Seizure.of(
                draw, identifiers.key("SZ", number), area, DRUGS.get(drug), season.dayOf(number, count), grams);
    }
}
