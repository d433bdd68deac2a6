package org.vigia.producers.table;

import java.util.ArrayList;
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
    }

    private static @Nullable RowRejection fault(Set<String> twice, List<String> missing) {
        if (!missing.isEmpty()) {
            return new RowRejection(
                    RejectionReason.MISSING_COLUMN,
                    "The header has no column " + String.join(", ", new ArrayList<>(missing))
                            + ", so no row of this file can be read. Add the column and send the file again.");
        }
        if (!twice.isEmpty()) {
            return new RowRejection(
                    RejectionReason.MALFORMED_ROW,
                    "The header names column " + String.join(", ", twice)
                            + " more than once, so no row of this file can be read. Name each column once.");
        }
        return null;
    }

    /** Why no row of the file can be read; null if rows can. */
    @Nullable
    RowRejection fault() {
        return fault;
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
