package org.vigia.producers.table;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The columns of a feed: which must be there, which may, and under which other names they come. */
public final class Columns {

    private final List<String> required;
    private final List<String> needed;
    private final Predicate<Cells> exempt;
    private final Map<String, String> byName;

    private Columns(List<String> required, List<String> needed, Predicate<Cells> exempt, Map<String, String> byName) {
        this.required = required;
        this.needed = needed;
        this.exempt = exempt;
        this.byName = byName;
    }

    /** Columns without which no row can be read. */
    public static Columns required(String... names) {
        return new Columns(List.of(names), List.of(), row -> false, Map.of()).optional(names);
    }

    /** These and columns without which only rows of a certain kind can be read. */
    public Columns neededUnless(Predicate<Cells> exempt, String... names) {
        return new Columns(required, List.of(names), exempt, byName).optional(names);
    }

    /** These and columns that may be absent. */
    public Columns optional(String... names) {
        Map<String, String> more = new HashMap<>(byName);
        for (String name : names) {
            more.put(normalise(name), name);
        }
        return new Columns(required, needed, exempt, more);
    }

    /** These, where a column is also found under another name. */
    public Columns alias(String other, String name) {
        Map<String, String> more = new HashMap<>(byName);
        more.put(normalise(other), name);
        return new Columns(required, needed, exempt, more);
    }

    /** The feed's name of a column; null if the feed does not know it. Case and blanks do not matter. */
    public @Nullable String known(String header) {
        return byName.get(normalise(header));
    }

    /** The feed's names of all its columns. */
    public Set<String> names() {
        return Set.copyOf(byName.values());
    }

    /** Required columns that are not among the given names of the feed's. */
    List<String> missing(Set<String> present) {
        return without(required, present);
    }

    /** Columns that most rows need and that are not among the given names of the feed's. */
    List<String> missingForMost(Set<String> present) {
        return without(needed, present);
    }

    /** Whether a row can be read though columns that most rows need are missing. */
    boolean isExempt(Cells row) {
        return exempt.test(row);
    }

    private static List<String> without(List<String> names, Set<String> present) {
        return names.stream().filter(name -> !present.contains(name)).toList();
    }

    private static String normalise(String header) {
        return Blanks.strip(Normalizer.normalize(header, Normalizer.Form.NFKC))
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
