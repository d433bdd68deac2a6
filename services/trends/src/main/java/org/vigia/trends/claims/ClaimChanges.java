package org.vigia.trends.claims;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.trends.state.CellChange;
import org.vigia.trends.state.CellSide;
import org.vigia.trends.state.ChangeCause;
import org.vigia.trends.state.CountedClaim;
import org.vigia.trends.state.CountedLine;

/**
 * What a version of a claim changes, cell by cell. Both sides of a cell travel in one change, so that the cell can net
 * them within each of its windows; a claim that moves to another cell changes both.
 */
public final class ClaimChanges {

    private ClaimChanges() {}

    /**
     * The changes by key of the cell; none if the version says what is counted already.
     *
     * @param before the version counted now; null if none ever was
     */
    public static Map<String, CellChange> between(@Nullable CountedClaim before, Claim after) {
        Map<String, CellSide> sides = new TreeMap<>();
        Map<String, CellChange> changes = new TreeMap<>();
        if (before != null) {
            for (CountedLine line : before.getLines()) {
                sides.put(line.getCell(), side(before, line));
            }
        }
        for (CountedLine line : after.counted().getLines()) {
            CellSide old = sides.remove(line.getCell());
            CellSide now = side(after.counted(), line);
            if (old == null || !same(old, now)) {
                changes.put(line.getCell(), change(before, after, old, now));
            }
        }
        sides.forEach((cell, old) -> changes.put(cell, change(before, after, old, null)));
        return changes;
    }

    private static CellChange change(
            @Nullable CountedClaim before, Claim after, @Nullable CellSide old, @Nullable CellSide now) {
        ChangeCause cause;
        if (before == null) {
            cause = ChangeCause.ADDED;
        } else {
            cause = after.status() == ClaimStatus.RETRACTED ? ChangeCause.RETRACTED : ChangeCause.REVISED;
        }
        return new CellChange(after.eventId(), cause, after.source(), old, now);
    }

    private static CellSide side(CountedClaim claim, CountedLine line) {
        return new CellSide(claim.getStart(), claim.getPrecision(), claim.getLabel(), line.getMeasures());
    }

    private static boolean same(CellSide a, CellSide b) {
        return a.getStart() == b.getStart()
                && a.getPrecision() == b.getPrecision()
                && a.getLabel() == b.getLabel()
                && Sums.same(a.getMeasures(), b.getMeasures());
    }
}
