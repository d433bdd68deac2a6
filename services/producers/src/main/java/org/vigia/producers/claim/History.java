package org.vigia.producers.claim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/**
 * The rows of one event as its history. A row about a new part joins the version under way; one that says something else
 * of a part begins the next version, which carries all other parts over; RETRACTED is a version of its own, after which
 * the event begins anew.
 */
final class History implements Versions {

    /** Most parts that all corrections of one event together may carry over; bounds memory and output. */
    static final int CARRIED_LIMIT = 100_000;

    private final GroupMapping mapping;
    private final Batch batch;
    private final List<ClaimRows> versions = new ArrayList<>();
    private int carried;

    History(GroupMapping mapping, Batch batch) {
        this.mapping = mapping;
        this.batch = batch;
    }

    @Override
    public void add(Row row, ClaimStatus status) {
        ClaimRows current = versions.isEmpty() ? null : versions.getLast();
        if (status == ClaimStatus.RETRACTED) {
            retract(current, row);
            return;
        }
        String part = mapping.part(row);
        if (current == null || current.isRetraction()) {
            versions.add(ClaimRows.first(mapping, part, row));
            return;
        }
        Row before = current.row(part);
        if (before == null) {
            current.put(part, row);
        } else if (before.content().equals(row.content())) {
            current.repeat(row);
        } else {
            correct(current, part, row);
        }
    }

    private void retract(@Nullable ClaimRows current, Row row) {
        if (current != null && current.isRetraction()) {
            current.repeat(row);
        } else {
            versions.add(ClaimRows.retraction(mapping, current, row));
        }
    }

    private void correct(ClaimRows current, String part, Row row) {
        if (carried + current.size() > CARRIED_LIMIT) {
            throw tooOften();
        }
        carried += current.size();
        ClaimRows next = current.revised(part, row);
        Fingerprint state = state(next);
        if (state != null && state.equals(state(current))) {
            current.repeat(row);
        } else {
            versions.add(next);
        }
    }

    static RowRejection tooOften() {
        return new RowRejection(
                RejectionReason.CELL_TOO_LARGE,
                "The file corrects this event too often for its size. Send only its latest version, or split it into"
                        + " several events.");
    }

    /** What a version says, whatever the way in which it is written; null if it is no event yet. */
    private @Nullable Fingerprint state(ClaimRows version) {
        try {
            return ClaimContent.state(mapping.event(version, batch));
        } catch (RowRejection e) {
            return null;
        }
    }

    @Override
    public List<ClaimRows> all() {
        return versions;
    }
}
