package org.vigia.producers.definition;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.events.ClaimStatus;
import org.vigia.events.LabDismantlement;
import org.vigia.events.RejectionReason;
import org.vigia.events.Seizure;
import org.vigia.producers.cell.Decimals;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.ClaimRows;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/**
 * Several rows of the feed make up one event: as its parts, of which a later row may correct an earlier one, or all
 * together, where each stands for something that happened.
 */
record DefinedGroups(Translation translation, GroupMapping own) implements GroupMapping {

    private static final String INCIDENTS = "incidents";

    @Override
    public List<Row> split(Row row) {
        return List.of(translation.unchecked(row));
    }

    @Override
    public String key(Row row, Batch batch) {
        return explained(() -> own.key(row, batch));
    }

    @Override
    public void check(Row row, Batch batch) {
        explained(() -> {
            translation.check((TranslatedRow) row);
            own.check(row, batch);
            return true;
        });
    }

    @Override
    public ClaimStatus status(Row row) {
        return explained(() -> own.status(row));
    }

    @Override
    public Set<String> shared() {
        return own.shared();
    }

    @Override
    public String part(Row row) {
        return explained(() -> own.part(row));
    }

    @Override
    public boolean history() {
        return own.history() && !translation.alike();
    }

    @Override
    public String agreed(Row row) {
        return explained(() -> own.agreed(row));
    }

    @Override
    public SpecificRecord event(ClaimRows rows, Batch batch) {
        return explained(() -> {
            SpecificRecord event = own.event(rows, batch);
            if (translation.alike()) {
                setCount(event, rows.rows());
            }
            return event;
        });
    }

    /** The event stands for as many incidents as all its rows together. */
    private static void setCount(SpecificRecord event, List<Row> rows) {
        long sum = rows.stream().mapToLong(DefinedGroups::count).sum();
        if (sum > Integer.MAX_VALUE) {
            throw new RowRejection(
                    RejectionReason.OUT_OF_RANGE,
                    "Column " + INCIDENTS + " of all rows of the event is " + sum + ", and must be up to "
                            + Integer.MAX_VALUE + ".");
        }
        int count = (int) sum;
        if (event instanceof Seizure seizure) {
            seizure.setIncidents(count);
        } else if (event instanceof LabDismantlement laboratory) {
            laboratory.setLaboratories(count);
        }
    }

    private static int count(Row row) {
        Integer incidents = Decimals.count(row, INCIDENTS);
        return incidents == null ? 1 : incidents;
    }

    private <T> T explained(Supplier<T> action) {
        try {
            return action.get();
        } catch (RowRejection e) {
            throw translation.explained(e);
        }
    }
}
