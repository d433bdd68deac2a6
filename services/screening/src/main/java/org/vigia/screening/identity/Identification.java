package org.vigia.screening.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A substance or class that goods were identified as.
 *
 * @param id of the substance or class rule
 * @param name of it, in English
 * @param substance the substance; absent if only its class is known
 * @param classes the class rules that it falls under
 * @param confidence how likely goods that are declared so are the substance, in whatever salt, solution or grade, if the
 *     declaration is not wrong on purpose: 0 to 1; {@code docs/identity.md} says what each clue is worth
 * @param clues what it rests on, the strongest first
 * @param conflicts what speaks against it or against the declaration, in English
 * @param overruled whether a CAS number says that the goods are something else
 */
public record Identification(
        String id,
        String name,
        @Nullable KnownSubstance substance,
        List<ClassRule> classes,
        double confidence,
        List<Clue> clues,
        List<String> conflicts,
        boolean overruled) {

    /** Below this an identification is not worth reporting. */
    public static final double REPORTED = 0.5;

    public Identification {
        classes = List.copyOf(classes);
        clues = List.copyOf(clues);
        conflicts = List.copyOf(conflicts);
    }
}
