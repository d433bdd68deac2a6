package org.vigia.producers.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a feed: which must be there, which may, and under which other names they come. */
public final class Columns {

    private final List<String> required;
    private final Map<String, String> byName;

    private Columns(List<String> required, Map<String, String> byName) {
        this.required = required;
        this.byName = byName;
    }

    /** Columns without which no row can be read. */
    public static Columns required(String... names) {
        Columns columns = new Columns(List.of(names), new HashMap<>());
        for (String name : names) {
            columns.byName.put(normalise(name), name);
        }
        return columns;
    }

    /** These and columns that may be absent. */
    public Columns optional(String... names) {
        Columns more = new Columns(required, new HashMap<>(byName));
        for (String name : names) {
            more.byName.put(normalise(name), name);
        }
        return more;
    }

    /** These, where a column is also found under another name. */
    public Columns alias(String other, String name) {
        Columns more = new Columns(required, new HashMap<>(byName));
        more.byName.put(normalise(other), name);
        return more;
    }

    /** The feed's name of a column; null if the feed does not know it. Case and blanks do not matter. */
    public @Nullable String known(String header) {
        return byName.get(normalise(header));
    }

    /** Required columns that are not among the given names of the feed's. */
    public List<String> missing(Iterable<String> present) {
        List<String> missing = new ArrayList<>(required);
        present.forEach(missing::remove);
        return missing;
    }

    private static String normalise(String header) {
        return Blanks.strip(Normalizer.normalize(header, Normalizer.Form.NFKC))
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
