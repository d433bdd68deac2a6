package org.vigia.screening.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What goods are, as far as their declaration tells.
 *
 * @param identifications the substances and classes, the most likely first; empty for goods that are none of the table
 * @param conflicts what is wrong with the declaration whatever the goods are
 */
public record Identity(List<Identification> identifications, List<String> conflicts) {

    /** Nothing known and nothing wrong. */
    static final Identity NONE = new Identity(List.of(), List.of());

    public Identity {
        identifications = List.copyOf(identifications);
        conflicts = List.copyOf(conflicts);
    }

    /** Identifications worth reporting that no CAS number overrules. */
    public List<Identification> reported() {
        return identifications.stream()
                .filter(one -> one.confidence() >= Identification.REPORTED && !one.overruled())
                .toList();
    }

    /** All conflicts, each once. */
    public List<String> allConflicts() {
        Set<String> all = new LinkedHashSet<>(conflicts);
        identifications.forEach(one -> all.addAll(one.conflicts()));
        return List.copyOf(all);
    }
}
