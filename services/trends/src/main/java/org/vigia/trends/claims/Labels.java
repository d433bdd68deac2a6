package org.vigia.trends.claims;

import org.jspecify.annotations.Nullable;
import org.vigia.events.TrafficLight;
import org.vigia.trends.state.Label;
import org.vigia.trends.state.LabelCounts;

/**
 * Handling of figures: a figure carries the strictest label of the claims that count in it. Labels are counted, so that
 * a retraction relaxes the label again.
 */
public final class Labels {

    public static final LabelCounts NONE = new LabelCounts(0L, 0L, 0L, 0L, 0L);

    private Labels() {}

    /** The label of a claim; an unknown one is treated as RED. */
    public static Label of(TrafficLight tlp) {
        return switch (tlp) {
            case CLEAR -> Label.CLEAR;
            case GREEN -> Label.GREEN;
            case AMBER -> Label.AMBER;
            case AMBER_STRICT -> Label.AMBER_STRICT;
            case RED, UNKNOWN -> Label.RED;
        };
    }

    /** As published. */
    public static TrafficLight published(Label label) {
        return switch (label) {
            case CLEAR -> TrafficLight.CLEAR;
            case GREEN -> TrafficLight.GREEN;
            case AMBER -> TrafficLight.AMBER;
            case AMBER_STRICT -> TrafficLight.AMBER_STRICT;
            case RED -> TrafficLight.RED;
        };
    }

    /** The stricter of two labels; null is no label. */
    public static Label stricter(Label a, @Nullable Label b) {
        return b == null || a.compareTo(b) >= 0 ? a : b;
    }

    /**
     * The counts after a claim had one label and has another; null where it did or does not count.
     *
     * @throws IllegalStateException if a count would become negative: more was taken away than was counted
     */
    public static LabelCounts move(LabelCounts counts, @Nullable Label before, @Nullable Label after) {
        LabelCounts without = before == null ? counts : count(counts, before, -1);
        return after == null ? without : count(without, after, 1);
    }

    private static LabelCounts count(LabelCounts counts, Label label, int difference) {
        LabelCounts changed = switch (label) {
            case CLEAR ->
                new LabelCounts(
                        counts.getClear() + difference,
                        counts.getGreen(),
                        counts.getAmber(),
                        counts.getAmberStrict(),
                        counts.getRed());
            case GREEN ->
                new LabelCounts(
                        counts.getClear(),
                        counts.getGreen() + difference,
                        counts.getAmber(),
                        counts.getAmberStrict(),
                        counts.getRed());
            case AMBER ->
                new LabelCounts(
                        counts.getClear(),
                        counts.getGreen(),
                        counts.getAmber() + difference,
                        counts.getAmberStrict(),
                        counts.getRed());
            case AMBER_STRICT ->
                new LabelCounts(
                        counts.getClear(),
                        counts.getGreen(),
                        counts.getAmber(),
                        counts.getAmberStrict() + difference,
                        counts.getRed());
            case RED ->
                new LabelCounts(
                        counts.getClear(),
                        counts.getGreen(),
                        counts.getAmber(),
                        counts.getAmberStrict(),
                        counts.getRed() + difference);
        };
        if (claims(changed, label) < 0) {
            throw new IllegalStateException("More " + label + " claims were taken away than were counted");
        }
        return changed;
    }

    /**
     * The strictest label that counts. A figure in which no claim counts any more keeps the strictest label it ever
     * had, because that it exists at all rests on those claims.
     */
    public static Label strictest(LabelCounts counts, Label strictestEver) {
        if (counts.getRed() > 0) {
            return Label.RED;
        }
        if (counts.getAmberStrict() > 0) {
            return Label.AMBER_STRICT;
        }
        if (counts.getAmber() > 0) {
            return Label.AMBER;
        }
        if (counts.getGreen() > 0) {
            return Label.GREEN;
        }
        return counts.getClear() > 0 ? Label.CLEAR : strictestEver;
    }

    private static long claims(LabelCounts counts, Label label) {
        return switch (label) {
            case CLEAR -> counts.getClear();
            case GREEN -> counts.getGreen();
            case AMBER -> counts.getAmber();
            case AMBER_STRICT -> counts.getAmberStrict();
            case RED -> counts.getRed();
        };
    }
}
