package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openscience.cdk.interfaces.IAtomContainer;

/** Structures of the table and of systematic names, compared with each other and with the class rules. */
final class Structures {

    private final SubstanceTable table;
    private final ClassRules rules;
    private final Map<String, List<ClassRule>> classes = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, List<KnownSubstance>> byKey;

    Structures(SubstanceTable table, ClassRules rules) {
        this.table = table;
        this.rules = rules;
    }

    /** The classes that a substance of the table belongs to by its structure. */
    List<ClassRule> classesOf(KnownSubstance substance) {
        return classes.computeIfAbsent(
                substance.id(),
                ignored -> Optional.ofNullable(substance.smiles())
                        .flatMap(Molecules::parent)
                        .map(rules::of)
                        .orElse(List.of()));
    }

    /**
     * What a systematic name says: substances of the table with that structure, else the classes it belongs to.
     *
     * @return no clues for a structure that nothing lists, empty for a text that is no systematic name
     */
    Optional<List<Clue>> clues(String name) {
        return SystematicNames.structure(name).map(structure -> clues(name, structure));
    }

    private List<Clue> clues(String name, IAtomContainer structure) {
        List<KnownSubstance> same = byKey().getOrDefault(Molecules.key(structure), List.of());
        if (!same.isEmpty()) {
            return same.stream()
                    .map(substance -> Clue.of(
                                    substance.id(),
                                    Clue.Kind.STRUCTURE,
                                    name,
                                    "a systematic name of the structure of " + substance.name())
                            .times(1 / Math.sqrt(same.size())))
                    .toList();
        }
        return rules.of(structure).stream()
                .map(rule -> Clue.of(
                        rule.id(),
                        Clue.Kind.CLASS_STRUCTURE,
                        name,
                        "a systematic name of a structure of the class \"%s\", worded \"%s\" (%s)"
                                .formatted(rule.name(), rule.wording(), rule.source())))
                .toList();
    }

    /** Whether a text is a systematic name of something else than a substance. */
    boolean isAnother(String written, KnownSubstance substance) {
        return SystematicNames.structure(written)
                .map(structure -> !byKey().getOrDefault(Molecules.key(structure), List.of())
                        .contains(substance))
                .orElse(false);
    }

    private Map<String, List<KnownSubstance>> byKey() {
        Map<String, List<KnownSubstance>> current = byKey;
        return current == null ? index() : current;
    }

    private synchronized Map<String, List<KnownSubstance>> index() {
        Map<String, List<KnownSubstance>> index = new HashMap<>();
        for (KnownSubstance substance : table.substances()) {
            Optional.ofNullable(substance.smiles())
                    .flatMap(Molecules::parent)
                    .ifPresent(
                            structure -> index.computeIfAbsent(Molecules.key(structure), ignored -> new ArrayList<>())
                                    .add(substance));
        }
        byKey = index;
        return index;
    }
}
