package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.screening.identity.Clue.Kind.Source;

/**
 * Weighs the clues of a declaration. Clues of one source to one target count once, the strongest; those of several
 * sources support each other: with confidences a and b both are wrong with (1 - a)(1 - b), as if they were independent,
 * which is why nothing exceeds 0.99.
 */
final class Judgement {

    private static final double MOST = 0.99;
    private static final double OVERRULED = 0.6;
    private static final double CONTRADICTED = 0.95;
    private static final double UNKNOWN_NUMBER = 0.9;
    private static final double OTHER_CHAPTER = 0.95;

    /** Clues in the text below this are too weak to contradict a CAS number. */
    private static final double CLEAR = 0.7;

    private final SubstanceTable table;
    private final ClassRules rules;
    private final Structures structures;

    Judgement(SubstanceTable table, ClassRules rules, Structures structures) {
        this.table = table;
        this.rules = rules;
        this.structures = structures;
    }

    Identity of(Declaration declaration, List<Clue> clues, CasClues.Read numbers) {
        Map<String, Candidate> candidates = candidates(clues);
        List<String> faults = numbers.failed().stream()
                .map(number -> "the CAS number " + number + " fails its check digit")
                .toList();
        contradict(candidates);
        for (Candidate candidate : candidates.values()) {
            candidate.conflicts.addAll(faults);
            if (!candidate.has(Source.NUMBER) && !numbers.unknown().isEmpty() && candidate.substance != null) {
                candidate.conflicts.add("the CAS number %s is none that is known of %s"
                        .formatted(
                                numbers.unknown().stream().map(Object::toString).collect(Collectors.joining(", ")),
                                candidate.name()));
                candidate.factor *= UNKNOWN_NUMBER;
            }
            if (candidate.substance != null) {
                HsFit.conflict(declaration.hs(), candidate.substance).ifPresent(conflict -> {
                    candidate.conflicts.add(conflict);
                    candidate.factor *= OTHER_CHAPTER;
                });
            }
        }
        List<Identification> identifications = candidates.values().stream()
                .map(Candidate::identification)
                // Stable: of two that are equally likely the one of the narrower rule comes first, as the rules stand.
                .sorted(Comparator.comparingDouble(Identification::confidence).reversed())
                .toList();
        return new Identity(identifications, faults);
    }

    private Map<String, Candidate> candidates(List<Clue> clues) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        for (Clue clue : clues) {
            candidates.computeIfAbsent(clue.target(), Candidate::new).clues.add(clue);
        }
        // A structure has no mirror images here; a name or number tells them apart.
        Set<String> named = candidates.values().stream()
                .filter(candidate -> candidate.has(Source.TEXT) || candidate.has(Source.NUMBER))
                .flatMap(candidate -> candidate.clues.stream())
                .filter(clue -> clue.kind() == Clue.Kind.STRUCTURE)
                .map(Clue::token)
                .collect(Collectors.toSet());
        candidates
                .values()
                .removeIf(candidate -> candidate.clues.stream()
                        .allMatch(clue -> clue.kind() == Clue.Kind.STRUCTURE && named.contains(clue.token())));
        // Who knows the substance need not say its class.
        Set<String> implied = candidates.values().stream()
                .filter(candidate -> candidate.substance != null && candidate.isWorthReporting())
                .flatMap(candidate -> candidate.classes.stream())
                .map(ClassRule::id)
                .collect(Collectors.toSet());
        candidates.values().removeIf(candidate -> candidate.substance == null && implied.contains(candidate.target));
        return candidates;
    }

    /** A CAS number and a text that agree in nothing contradict each other; the number is believed. */
    private static void contradict(Map<String, Candidate> candidates) {
        List<Candidate> numbered = candidates.values().stream()
                .filter(candidate -> candidate.has(Source.NUMBER))
                .toList();
        List<Candidate> written = candidates.values().stream()
                .filter(candidate -> candidate.clarity() >= CLEAR)
                .toList();
        if (numbered.isEmpty() || written.isEmpty() || written.stream().anyMatch(numbered::contains)) {
            return;
        }
        if (numbered.stream()
                .anyMatch(number -> number.clues.stream().allMatch(clue -> clue.kind() == Clue.Kind.CAS_MISPRINT))) {
            return;
        }
        for (Candidate text : written) {
            for (Candidate number : numbered) {
                String conflict = "the text says %s (\"%s\"), the CAS number %s is that of %s"
                        .formatted(
                                text.name(),
                                text.clues.getFirst().token(),
                                number.clues.getFirst().token(),
                                number.name());
                text.conflicts.add(conflict);
                number.conflicts.add(conflict);
                number.factor = CONTRADICTED;
            }
            text.factor = OVERRULED;
            text.overruled = true;
        }
    }

    /** What a target rests on, while it is weighed. */
    private final class Candidate {

        private final String target;
        private final @Nullable KnownSubstance substance;
        private final List<ClassRule> classes;
        private final List<Clue> clues = new ArrayList<>();
        private final Set<String> conflicts = new LinkedHashSet<>();
        private double factor = 1;
        private boolean overruled;

        Candidate(String target) {
            this.target = target;
            substance = table.find(target).orElse(null);
            classes = substance == null
                    ? rules.find(target).map(List::of).orElse(List.of())
                    : structures.classesOf(substance);
        }

        String name() {
            return substance != null ? substance.name() : classes.getFirst().name();
        }

        boolean has(Source source) {
            return clues.stream().anyMatch(clue -> clue.kind().source() == source);
        }

        boolean isWorthReporting() {
            return clues.stream().anyMatch(clue -> clue.confidence() >= Identification.REPORTED);
        }

        /** Confidence of the best clue that the text gives. */
        double clarity() {
            return clues.stream()
                    .filter(clue ->
                            clue.kind().source() == Source.TEXT || clue.kind().source() == Source.STRUCTURE)
                    .mapToDouble(Clue::confidence)
                    .max()
                    .orElse(0);
        }

        Identification identification() {
            Map<Source, Double> best = new EnumMap<>(Source.class);
            clues.forEach(clue -> best.merge(clue.kind().source(), clue.confidence(), Math::max));
            double wrong = best.values().stream().reduce(1.0, (product, one) -> product * (1 - one));
            return new Identification(
                    target,
                    name(),
                    substance,
                    classes,
                    Math.min(MOST, 1 - wrong) * factor,
                    clues.stream()
                            .sorted(Comparator.comparingDouble(Clue::confidence).reversed())
                            .toList(),
                    List.copyOf(conflicts),
                    overruled);
        }
    }
}
