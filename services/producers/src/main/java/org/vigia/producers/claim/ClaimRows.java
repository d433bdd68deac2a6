package org.vigia.producers.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.Row;

/** The rows of one claim. As cells it says of each shared column what the rows agree on. */
public final class ClaimRows implements Cells {

    private final GroupMapping mapping;
    private final ClaimStatus status;
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> repeated = new ArrayList<>();
    private final Set<String> contents = new HashSet<>();
    private final Set<String> parts = new HashSet<>();
    private final Map<String, String> shared = new HashMap<>();

    ClaimRows(GroupMapping mapping, ClaimStatus status) {
        this.mapping = mapping;
        this.status = status;
    }

    /** Adds a row, unless it contradicts those before and so begins the next claim. */
    boolean add(Row row) {
        if (mapping.status(row) != status) {
            return false;
        }
        if (contents.contains(row.content())) {
            repeated.add(row);
            return true;
        }
        String part = mapping.part(row);
        if (part != null && parts.contains(part)) {
            return false;
        }
        for (String column : mapping.shared()) {
            String before = shared.get(column);
            if (before != null && row.has(column) && !before.equals(row.text(column))) {
                return false;
            }
        }
        for (String column : mapping.shared()) {
            if (row.has(column)) {
                shared.put(column, row.text(column));
            }
        }
        contents.add(row.content());
        if (part != null) {
            parts.add(part);
        }
        rows.add(row);
        return true;
    }

    @Override
    public String text(String column) {
        return shared.getOrDefault(column, "");
    }

    public ClaimStatus status() {
        return status;
    }

    /** The rows without repetitions, in the order of the file. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Rows that say the same as another of the claim. */
    List<Row> repeated() {
        return List.copyOf(repeated);
    }

    /** First line of the claim in the file. */
    public long line() {
        return rows.stream().mapToLong(Row::line).min().orElseThrow();
    }

    /** All values of a column that may hold several, sorted. */
    public List<String> union(String column) {
        Set<String> values = new TreeSet<>();
        rows.forEach(row -> values.addAll(Texts.several(row, column)));
        return List.copyOf(values);
    }

    /** All values of a column, sorted and with bars between; null if there is none. */
    public @Nullable String joined(String column) {
        List<String> values = union(column);
        return values.isEmpty() ? null : String.join(" | ", values);
    }

    /** What the rows say in columns that the feed does not know, sorted, different values with bars between. */
    public Map<String, String> unknown() {
        Map<String, Set<String>> values = new TreeMap<>();
        rows.forEach(row -> row.unknown()
                .forEach((name, value) ->
                        values.computeIfAbsent(name, ignored -> new TreeSet<>()).add(value)));
        Map<String, String> joined = new TreeMap<>();
        values.forEach((name, distinct) -> joined.put(name, String.join(" | ", distinct)));
        return joined;
    }
}
