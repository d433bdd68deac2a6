package org.vigia.producers.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/** The rows of one entry of a list: all of them hold at once, so there is one version. */
final class Listing implements Versions {

    private final GroupMapping mapping;
    private final Map<String, Row> agreed = new HashMap<>();
    private @Nullable ClaimRows version;
    private @Nullable Row first;

    Listing(GroupMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void add(Row row, ClaimStatus status) {
        Row before = first;
        ClaimRows current = version;
        // Every row is a part by itself.
        String part = row.content();
        if (before == null || current == null) {
            first = row;
            version = status == ClaimStatus.RETRACTED
                    ? ClaimRows.retraction(mapping, null, row)
                    : ClaimRows.first(mapping, part, row);
        } else if (mapping.status(before) != status) {
            throw contradicting(before);
        } else if (before.content().equals(part) || current.row(part) != null) {
            current.repeat(row);
        } else {
            agree(row);
            current.put(part, row);
        }
        if (!mapping.agreed(row).isEmpty()) {
            agreed.putIfAbsent(mapping.part(row), row);
        }
    }

    private void agree(Row row) {
        Row other = agreed.get(mapping.part(row));
        String says = mapping.agreed(row);
        if (other != null && !says.isEmpty() && !says.equals(mapping.agreed(other))) {
            throw contradicting(other);
        }
    }

    private static RowRejection contradicting(Row before) {
        return new RowRejection(
                RejectionReason.CONFLICTING_ROWS,
                "The row contradicts line " + before.line()
                        + ", which is about the same entry. Make the rows agree, or give them different names.");
    }

    @Override
    public List<ClaimRows> all() {
        return version == null ? List.of() : List.of(version);
    }
}
