package org.vigia.trends.surges;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds changes after which an area has far fewer seizures of a drug and a neighbour more.
 *
 * <p>What moves between two areas changes the share of each. The date of the change is the one that makes the counts
 * likeliest, if the share was one number before it and is another after it (Hinkley and Hinkley, "Inference about the
 * change-point in a sequence of binomial variables", Biometrika 57, 1970, 477-488); a season or a trend that both areas
 * share leaves the shares alone and cancels out. Only dates count at which, over up to a year before and after, the fall
 * and the rise each are large, hold in the median month too, pass a test of two rates of their own
 * ({@link RateChange}), and make up for each other at least in part. Only months that both agencies have reported
 * completely are compared.
 *
 * <p>Masses are shown but not tested: one load may outweigh a year of others.
 */
final class DisplacementDetector {

    private static final Comparator<Move> BY_SUPPORT = Comparator.comparingDouble(Move::support)
            .reversed()
            .thenComparingInt(Move::month)
            .thenComparing(move -> move.to().series().cell().key());

    private static final Comparator<Move> BY_KEY =
            Comparator.comparing((Move move) -> move.to().series().cell().key()).thenComparing(BY_SUPPORT);

    private final DisplacementSettings settings;

    DisplacementDetector(DisplacementSettings settings) {
        this.settings = settings;
    }

    /**
     * The displacements away from an area, earliest first; less than a year apart only the one with the most support.
     *
     * @param neighbours series of the same drug in neighbouring areas
     * @param since earlier changes are not judged
     */
    List<Displacement> find(ReportedSeries from, List<ReportedSeries> neighbours, int since) {
        if (!settings.named().enabled()
                || settings.excludedDrugs().contains(from.series().cell().drug())) {
            return List.of();
        }
        List<Move> moves = new ArrayList<>();
        for (ReportedSeries to : neighbours) {
            for (int month : from.reporting().complete().tailSet(since)) {
                move(from, to, month).ifPresent(moves::add);
            }
        }
        moves.sort(BY_SUPPORT);
        List<Move> strongest = new ArrayList<>();
        for (Move move : moves) {
            if (strongest.stream().noneMatch(other -> near(move, other))) {
                strongest.add(move);
            }
        }
        return strongest.stream()
                .sorted(Comparator.comparingInt(Move::month))
                .map(move -> new Displacement(move, others(move, moves)))
                .toList();
    }

    /** For each other neighbour its move with the most support near the one that dates the change. */
    private static List<Move> others(Move strongest, List<Move> moves) {
        List<Move> others = new ArrayList<>();
        for (Move move : moves) {
            boolean known = others.stream().anyMatch(other -> other.to().equals(move.to()));
            if (!known && !move.to().equals(strongest.to()) && near(move, strongest)) {
                others.add(move);
            }
        }
        others.sort(BY_KEY);
        return others;
    }

    private static boolean near(Move one, Move other) {
        return Math.abs(one.month() - other.month()) < Months.A_YEAR;
    }

    private Optional<Move> move(ReportedSeries from, ReportedSeries to, int month) {
        if (!to.covers(month) || !from.covers(month)) {
            return Optional.empty();
        }
        List<Integer> before = compared(from, to, month - settings.window(), month);
        List<Integer> after = compared(from, to, month, month + settings.window());
        if (before.size() < settings.leastBefore() || after.size() < settings.leastAfter()) {
            return Optional.empty();
        }
        RateChange fall = change(from, before, after);
        if (!hasFallen(fall)) {
            return Optional.empty();
        }
        RateChange rise = change(to, before, after);
        if (!hasRisen(rise) || !offsets(fall, rise) || fall.z() > -settings.z() || rise.z() < settings.z()) {
            return Optional.empty();
        }
        double support = support(fall, rise);
        return isBest(from, to, month, support)
                ? Optional.of(new Move(to, month, fall, rise, support))
                : Optional.empty();
    }

    /**
     * Whether no month less than a year away divides the shares better. Months after which too little has come to judge by
     * count here too: else a change too young to be judged would be dated to the month before it.
     */
    private boolean isBest(ReportedSeries from, ReportedSeries to, int month, double support) {
        for (int other = month - Months.A_YEAR + 1; other < month + Months.A_YEAR; other++) {
            List<Integer> before = compared(from, to, other - settings.window(), other);
            List<Integer> after = compared(from, to, other, other + settings.window());
            if (other != month && !before.isEmpty() && !after.isEmpty()) {
                RateChange fall = change(from, before, after);
                RateChange rise = change(to, before, after);
                if (fall.meanAfter() < fall.meanBefore()
                        && rise.meanAfter() > rise.meanBefore()
                        && support(fall, rise) > support) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean hasFallen(RateChange change) {
        return change.meanBefore() >= settings.leastMean()
                && change.meanAfter() <= settings.fall() * change.meanBefore()
                && change.medianAfter() <= settings.fall() * change.medianBefore();
    }

    private boolean hasRisen(RateChange change) {
        return change.meanAfter() >= settings.leastMean()
                && change.meanAfter() >= settings.rise() * change.meanBefore()
                && change.medianAfter() >= settings.rise() * change.medianBefore();
    }

    private boolean offsets(RateChange fall, RateChange rise) {
        double offset = (rise.meanAfter() - rise.meanBefore()) / (fall.meanBefore() - fall.meanAfter());
        return offset >= settings.leastOffset() && offset <= settings.mostOffset();
    }

    /** Months from one to before another that both agencies have reported completely. */
    private static List<Integer> compared(ReportedSeries from, ReportedSeries to, int first, int end) {
        List<Integer> months = new ArrayList<>();
        for (int month = first; month < end; month++) {
            if (from.covers(month) && to.covers(month)) {
                months.add(month);
            }
        }
        return months;
    }

    private static RateChange change(ReportedSeries series, List<Integer> before, List<Integer> after) {
        return new RateChange(
                before.stream().map(series.series()::events).toList(),
                after.stream().map(series.series()::events).toList());
    }

    private static double support(RateChange fall, RateChange rise) {
        return likelihood(fall.sumBefore(), rise.sumBefore())
                + likelihood(fall.sumAfter(), rise.sumAfter())
                - likelihood(fall.sumBefore() + fall.sumAfter(), rise.sumBefore() + rise.sumAfter());
    }

    /** Logarithm of the likelihood of so many here and so many there, at the share that makes it greatest. */
    private static double likelihood(long here, long there) {
        long all = here + there;
        return part(here, all) + part(there, all);
    }

    private static double part(long count, long all) {
        return count == 0 ? 0 : count * StrictMath.log((double) count / all);
    }
}
