package org.vigia.trends.restatements;

import java.util.List;
import org.vigia.events.RestatementCause;
import org.vigia.events.RestatingClaim;
import org.vigia.events.Source;
import org.vigia.events.TrendRestatement;
import org.vigia.trends.calendar.TrendRows;
import org.vigia.trends.calendar.Window;
import org.vigia.trends.claims.Cell;
import org.vigia.trends.claims.Labels;
import org.vigia.trends.claims.MorphineEquivalents;
import org.vigia.trends.claims.Sums;
import org.vigia.trends.state.BatchEffect;
import org.vigia.trends.state.ChangeSource;
import org.vigia.trends.state.ClaimCause;
import org.vigia.trends.state.ClaimEffect;
import org.vigia.trends.state.Measures;
import org.vigia.trends.state.TrendRow;

/** Restatements as published. */
public final class Restatements {

    /** How many claims a restatement names; it counts all of them. */
    public static final int CLAIMS_NAMED = 100;

    private final MorphineEquivalents equivalents;

    public Restatements(MorphineEquivalents equivalents) {
        this.equivalents = equivalents;
    }

    /**
     * The restatement of a row by a batch. The figures before are those after without the restating claims; so claims
     * that the batch adds in good time are in both, in whatever order they came. It carries the strictest label of the
     * claims that count in the row and of those it tells about.
     *
     * @param claims the first restating claims by event id, at most {@value #CLAIMS_NAMED}
     */
    public TrendRestatement publish(
            String id,
            Cell cell,
            Window window,
            String batchId,
            TrendRow row,
            BatchEffect effect,
            List<RestatingClaim> claims) {
        boolean weighed = equivalents.weighs(cell);
        Measures after = row.getMeasures();
        return new TrendRestatement(
                id,
                cell.series(),
                window.granularity(),
                window.start(),
                window.end(),
                cell.drug(),
                cell.country(),
                cell.area(),
                cell.agency(),
                Sums.figures(Sums.minus(after, effect.getChange()), weighed),
                Sums.figures(after, weighed),
                batchId,
                claims,
                effect.getClaims(),
                Labels.published(Labels.stricter(TrendRows.label(row), effect.getStrictest())));
    }

    /** A restating claim as published. */
    public RestatingClaim publish(Cell cell, String eventId, ClaimEffect effect) {
        ChangeSource source = effect.getSource();
        return new RestatingClaim(
                eventId,
                cause(effect.getCause()),
                Sums.change(effect.getChange(), equivalents.weighs(cell)),
                new Source(source.getFile(), source.getLine(), source.getChecksum(), source.getBatchId()));
    }

    private static RestatementCause cause(ClaimCause cause) {
        return switch (cause) {
            case LATE -> RestatementCause.LATE;
            case REVISED -> RestatementCause.REVISED;
            case RETRACTED -> RestatementCause.RETRACTED;
        };
    }
}
