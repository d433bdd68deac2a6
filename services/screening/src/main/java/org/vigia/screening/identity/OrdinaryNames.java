package org.vigia.screening.identity;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Names of uncontrolled substances that a misspelt controlled one could be taken for ({@code ordinary-names.tsv}). */
final class OrdinaryNames {

    private static final Set<String> NAMES = new HashSet<>();

    static {
        Resource.rows("ordinary-names.tsv")
                .flatMap(row ->
                        Arrays.stream(Objects.requireNonNull(row.get("names")).split(" \\| ")))
                .forEach(name -> {
                    Words words = Words.of(name);
                    StringBuilder key = new StringBuilder();
                    for (int i = 0; i < words.size(); i++) {
                        key.append(Spelling.folded(words.text(i)));
                    }
                    NAMES.add(key.toString());
                });
    }

    private OrdinaryNames() {}

    /** Whether a folded spelling is such a name. */
    static boolean contains(String folded) {
        return NAMES.contains(folded);
    }
}
