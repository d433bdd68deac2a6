package org.vigia.producers.definition;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, gathered so that its author sees all of it at once. */
final class Problems {

    private final String file;
    private final List<String> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    /** @param line 1-based */
    void add(int line, String problem) {
        found.add(file + ":" + line + ": " + problem);
    }

    /** @throws DefinitionException if there is any */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new DefinitionException(found);
        }
    }
}
