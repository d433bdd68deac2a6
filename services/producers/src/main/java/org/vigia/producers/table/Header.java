package org.vigia.producers.table;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;

/** Where each column of a delimited file stands. */
final class Header {

    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<Integer, String> unknown = new HashMap<>();
    private final int size;
    private final @Nullable RowRejection fault;
    private final List<String> missingForMost;

    Header(List<String> names, Columns columns) {
        size = names.size();
        Set<String> twice = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (int i = 0; i < size; i++) {
            String name = Blanks.strip(names.get(i));
            String known = columns.known(name);
            if (known != null) {
                if (positions.putIfAbsent(known, i) != null) {
                    twice.add(known);
                }
            } else {
                unknown.put(i, name.isEmpty() ? "column " + (i + 1) : name);
                if (!name.isEmpty() && !others.add(name)) {
                    twice.add(name);
                }
            }
        }
        fault = fault(twice, columns.missing(positions.keySet()));
        missingForMost = columns.missingForMost(positions.keySet());
    }

    private static @Nullable RowRejection fault(Set<String> twice, List<String> missing) {
        if (!missing.isEmpty()) {
            return missing(missing, "no row of this file can be read");
        }
        if (!twice.isEmpty()) {
            return new RowRejection(
                    RejectionReason.MALFORMED_ROW,
                    "The header names column " + String.join(", ", twice)
                            + " more than once, so no row of this file can be read. Name each column once.");
        }
        return null;
    }

    private static RowRejection missing(List<String> columns, String so) {
        return new RowRejection(
                RejectionReason.MISSING_COLUMN,
                "The header has no column " + String.join(", ", columns) + ", so " + so
                        + ". Add the column and send the file again.");
    }

    /** Refuses every row of a file that cannot be read at all. */
    void check() {
        if (fault != null) {
            throw fault;
        }
    }

    /** Refuses a row that needs columns that the file does not have. */
    void check(Cells row, Columns columns) {
        if (!missingForMost.isEmpty() && !columns.isExempt(row)) {
            throw missing(missingForMost, "only retractions can be read");
        }
    }

    /** Whether the line names at least one column of the feed, and so is a header at all. */
    boolean isHeader() {
        return !positions.isEmpty();
    }

    int knownColumns() {
        return positions.size();
    }

    int size() {
        return size;
    }

    /** Position of a column, 0-based; -1 if absent. */
    int position(String column) {
        return positions.getOrDefault(column, -1);
    }

    /** Columns that the feed does not know, by position. */
    Map<Integer, String> unknown() {
        return unknown;
    }
}
