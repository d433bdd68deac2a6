package org.vigia.producers.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.producers.cell.Handlings;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.Row;

/** One version of an event: the last row of each of its parts. As cells it says what holds for the event as a whole. */
public final class ClaimRows implements Cells {

    private static final String HANDLING = "handling";

    private final GroupMapping mapping;
    private final boolean retraction;
    private final Map<String, Row> parts = new LinkedHashMap<>();
    private final Map<String, String> shared = new HashMap<>();
    /** By part, the last handling that is not empty: a correction that leaves it out does not lift it. */
    private final Map<String, String> handlings = new LinkedHashMap<>();

    private final List<Row> own = new ArrayList<>(1);
    private final List<Row> repeated = new ArrayList<>(1);
    /** The row that says all; null if there may be several. */
    private @Nullable Row alone;

    private ClaimRows(GroupMapping mapping, boolean retraction) {
        this.mapping = mapping;
        this.retraction = retraction;
    }

    /** The only version of an event that the file says one thing of. */
    static ClaimRows alone(GroupMapping mapping, Row row, ClaimStatus status) {
        ClaimRows version = new ClaimRows(mapping, status == ClaimStatus.RETRACTED);
        version.parts.put("", row);
        version.own.add(row);
        version.alone = row;
        return version;
    }

    /** The first version, or the one after a retraction. */
    static ClaimRows first(GroupMapping mapping, String part, Row row) {
        ClaimRows version = new ClaimRows(mapping, false);
        version.put(part, row);
        return version;
    }

    /**
     * An event that rows make up without others, each being a part of its own.
     *
     * @param rows at least one
     */
    public static ClaimRows of(GroupMapping mapping, List<Row> rows) {
        Row first = rows.getFirst();
        if (mapping.status(first) == ClaimStatus.RETRACTED) {
            return retraction(mapping, null, first);
        }
        ClaimRows version = new ClaimRows(mapping, false);
        for (int i = 0; i < rows.size(); i++) {
            version.put(String.valueOf(i), rows.get(i));
        }
        return version;
    }

    /** A version that takes the event back. It is handled as strictly as what it takes back. */
    static ClaimRows retraction(GroupMapping mapping, @Nullable ClaimRows before, Row row) {
        ClaimRows version = new ClaimRows(mapping, true);
        if (before != null) {
            version.handlings.putAll(before.handlings);
        }
        version.put("", row);
        return version;
    }

    /** The next version: a part says something else, and the others are carried over. */
    ClaimRows revised(String part, Row row) {
        ClaimRows version = new ClaimRows(mapping, false);
        version.parts.putAll(parts);
        version.shared.putAll(shared);
        version.handlings.putAll(handlings);
        version.put(part, row);
        return version;
    }

    /** Adds a row about a part that the version does not have yet. */
    void put(String part, Row row) {
        parts.put(part, row);
        own.add(row);
        for (String column : mapping.shared()) {
            String text = row.text(column);
            if (!text.isEmpty()) {
                shared.put(column, text);
            }
        }
        String handling = row.text(HANDLING);
        if (!handling.isEmpty()) {
            handlings.put(part, handling);
        }
    }

    /** Notes a row that says nothing new. */
    void repeat(Row row) {
        repeated.add(row);
    }

    /** The row of a part; null if the version does not have it. */
    @Nullable
    Row row(String part) {
        return parts.get(part);
    }

    boolean isRetraction() {
        return retraction;
    }

    int size() {
        return parts.size();
    }

    /** The cells that say what holds for the event as a whole: those of its row, if it has one only. */
    public Cells whole() {
        return alone == null ? this : alone;
    }

    /** The last value of the event; for the handling, those of all parts, of which the strictest holds. */
    @Override
    public String text(String column) {
        if (alone != null) {
            return column.equals(HANDLING) || mapping.shared().contains(column) ? alone.text(column) : "";
        }
        return column.equals(HANDLING) ? Handlings.together(handlings.values()) : shared.getOrDefault(column, "");
    }

    /** Retracted, or presumptive if any part is, or confirmed. */
    public ClaimStatus status() {
        if (retraction) {
            return ClaimStatus.RETRACTED;
        }
        if (alone != null) {
            return mapping.status(alone);
        }
        for (Row row : parts.values()) {
            if (mapping.status(row) == ClaimStatus.PRESUMPTIVE) {
                return ClaimStatus.PRESUMPTIVE;
            }
        }
        return ClaimStatus.CONFIRMED;
    }

    /** The row of each part. */
    public List<Row> rows() {
        return List.copyOf(parts.values());
    }

    /** The rows that are new in this version. */
    List<Row> own() {
        return List.copyOf(own);
    }

    /** Rows that say the same as others of the version. */
    List<Row> repeated() {
        return List.copyOf(repeated);
    }

    /** First line in the file of what is new in this version. */
    public long line() {
        return own.stream().mapToLong(Row::line).min().orElseThrow();
    }

    /** All values of a column that may hold several, sorted. */
    public List<String> union(String column) {
        Set<String> values = new TreeSet<>();
        parts.values().forEach(row -> values.addAll(Texts.several(row, column)));
        return List.copyOf(values);
    }

    /** All values of a column, sorted and with bars between; null if there is none. */
    public @Nullable String joined(String column) {
        List<String> values = union(column);
        return values.isEmpty() ? null : String.join(" | ", values);
    }

    /** What the rows say in columns that the feed does not know, sorted, different values with bars between. */
    public Map<String, String> unknown() {
        if (alone != null) {
            return alone.unknown();
        }
        Map<String, Set<String>> values = new TreeMap<>();
        parts.values()
                .forEach(row -> row.unknown()
                        .forEach((name, value) -> values.computeIfAbsent(name, ignored -> new TreeSet<>())
                                .add(value)));
        Map<String, String> joined = new TreeMap<>();
        values.forEach((name, distinct) -> joined.put(name, String.join(" | ", distinct)));
        return joined;
    }
}
