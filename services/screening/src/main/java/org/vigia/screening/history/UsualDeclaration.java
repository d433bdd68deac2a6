package org.vigia.screening.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.screening.state.Observation;

/** Contradictions with what goods of the same name declared before. */
final class UsualDeclaration {

    private static final String HISTORY = "history";
    private static final String LEAST_HISTORY = "least_history";
    private static final String USUAL_SHARE = "usual_share";
    private static final String VALUE_RATIO = "value_ratio";
    private static final String VALUE_DEVIATIONS = "value_deviations";

    private final Observation claim;
    private final List<Observation> usual;
    private final Settings settings;
    private final List<Contradiction> found = new ArrayList<>();

    private UsualDeclaration(Observation claim, List<Observation> usual, Settings settings) {
        this.claim = claim;
        this.usual = usual;
        this.settings = settings;
    }

    static List<Contradiction> contradictions(Observation claim, List<Observation> usual, Settings settings) {
        UsualDeclaration declaration = new UsualDeclaration(claim, usual, settings);
        declaration.compare("CAS", "CAS number", Observation::getCas);
        declaration.compare(
                "HS",
                "chapter of the Harmonized System",
                o -> o.getHs().length() < 2 ? "" : Contradictions.chapter(o.getHs()));
        declaration.compareValue();
        return declaration.found;
    }

    private void compare(String what, String name, Function<Observation, String> value) {
        String declared = value.apply(claim);
        Map<String, Long> counts = usual.stream()
                .map(value)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
        long all = counts.values().stream().mapToLong(count -> count).sum();
        if (declared.isEmpty() || all < settings.count(LEAST_HISTORY)) {
            return;
        }
        counts.forEach((usually, count) -> {
            if (!usually.equals(declared) && count >= settings.number(USUAL_SHARE) * all) {
                found.add(new Contradiction(
                        what,
                        "The %s declared is %s; of the %d goods lines of the same name before it that declare one, %d declare %s."
                                .formatted(name, declared, all, count, usually),
                        Map.of("declared" + what, declared, "usual" + what, usually),
                        Optional.of(name + " of " + claim.getPhrase()),
                        List.of(HISTORY, LEAST_HISTORY, USUAL_SHARE)));
            }
        });
    }

    private void compareValue() {
        Double declared = valueOfUnit(claim);
        List<Double> before = new ArrayList<>();
        for (Observation earlier : usual) {
            boolean comparable =
                    earlier.getCurrency().equals(claim.getCurrency()) && earlier.getLitres() == claim.getLitres();
            Double value = comparable ? valueOfUnit(earlier) : null;
            if (value != null) {
                before.add(value);
            }
        }
        if (declared == null || before.size() < settings.count(LEAST_HISTORY)) {
            return;
        }
        Robust baseline = Robust.of(before);
        double ratio = baseline.ratio(declared);
        double least = settings.number(VALUE_RATIO);
        if ((ratio < least && ratio > 1 / least)
                || Math.abs(baseline.deviations(declared)) < settings.number(VALUE_DEVIATIONS)) {
            return;
        }
        String currency = claim.getCurrency();
        String unit = claim.getLitres() ? "litre" : "kilogram";
        found.add(new Contradiction(
                "VALUE",
                "The value declared is %s %s a %s; the median of the %d goods lines of the same name before it is %s %s, so it is %s times that, %s robust deviations away."
                        .formatted(
                                Words.number(declared),
                                currency,
                                unit,
                                before.size(),
                                Words.number(baseline.median()),
                                currency,
                                Words.number(ratio),
                                Words.number(Math.abs(baseline.deviations(declared)))),
                Map.of(
                        "valueOfUnit", Words.number(declared) + " " + currency,
                        "medianValue", Words.number(baseline.median()) + " " + currency),
                Optional.of("value of a " + unit + " of " + claim.getPhrase()),
                List.of(HISTORY, LEAST_HISTORY, VALUE_RATIO, VALUE_DEVIATIONS)));
    }

    /** Of a kilogram, or of a litre where litres are declared. */
    private static @Nullable Double valueOfUnit(Observation claim) {
        Double kilograms = claim.getKilograms();
        Double value = claim.getValue();
        return kilograms == null || value == null || kilograms <= 0 || value <= 0 ? null : value / kilograms;
    }
}
