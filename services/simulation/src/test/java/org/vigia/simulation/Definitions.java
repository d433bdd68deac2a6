package org.vigia.simulation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The definitions of docs/simulate.md for shipments, computed the plain way; each gives ids of events. */
final class Definitions {

    private static final LocalDate LEARNT = LocalDate.of(2023, 4, 1);
    private static final int PERIOD = 30;
    private static final Map<String, String> FAMILIES = families();

    private Definitions() {}

    static Set<String> watchList(List<Cargo> cargo) {
        Set<String> found = new TreeSet<>();
        for (Cargo line : cargo) {
            if (line.listed().isPresent() && line.kilograms() >= line.threshold()) {
                found.add(line.id());
            }
        }
        return found;
    }

    static Set<String> retroListing(List<Cargo> cargo) {
        Set<String> found = new TreeSet<>();
        for (Cargo line : cargo) {
            if (line.entry().isPresent() && line.listed().isEmpty()) {
                found.add(line.id());
            }
        }
        return found;
    }

    /** More than five times the median of the same substance, route and consignee. */
    static Set<String> quantity(List<Cargo> cargo) {
        Set<String> found = new TreeSet<>();
        series(cargo, Definitions::trade).values().forEach(series -> {
            double median = median(series.stream().map(Cargo::kilograms).toList());
            series.stream().filter(line -> line.kilograms() > 5 * median).forEach(line -> found.add(line.id()));
        });
        return found;
    }

    /** Three or more in 30 days, each below the threshold and together not. */
    static Set<String> structuring(List<Cargo> cargo) {
        Set<String> found = new TreeSet<>();
        series(cargo, line -> line.listed().orElse("") + line.text("consignee"))
                .values()
                .forEach(series -> {
                    for (int i = 0; i < series.size(); i++) {
                        Cargo last = series.get(i);
                        List<Cargo> window = series.subList(0, i + 1).stream()
                                .filter(line -> ChronoUnit.DAYS.between(line.day(), last.day()) < PERIOD)
                                .filter(line -> line.listed().isPresent() && line.kilograms() < line.threshold())
                                .toList();
                        double sum =
                                window.stream().mapToDouble(Cargo::kilograms).sum();
                        if (window.size() >= 3 && sum >= last.threshold()) {
                            window.forEach(line -> found.add(line.id()));
                        }
                    }
                });
        return found;
    }

    /** First consignee, route or broker of a listed substance once three months have been seen. */
    static Set<String> newRoute(List<Cargo> cargo) {
        Set<String> seen = new HashSet<>();
        Set<String> found = new TreeSet<>();
        for (Cargo line : cargo) {
            if (line.listed().isEmpty()) {
                continue;
            }
            String substance = line.listed().get();
            boolean first = seen.add(substance + "|c|" + line.text("consignee"));
            first |= seen.add(substance + "|b|" + line.text("broker"));
            first |= seen.add(substance + "|r|" + line.text("origin_port") + line.text("destination_port"));
            if (first && !line.day().isBefore(LEARNT)) {
                found.add(line.id());
            }
        }
        return found;
    }

    /** Two or more precursors of one drug within 30 days, to one consignee or one port. */
    static Set<String> convergence(List<Cargo> cargo, String column) {
        Set<String> found = new TreeSet<>();
        series(
                        cargo,
                        line -> line.text(column)
                                + FAMILIES.getOrDefault(line.listed().orElse(""), "none"))
                .forEach((key, series) -> {
                    if (key.endsWith("none")) {
                        return;
                    }
                    for (Cargo last : series) {
                        List<Cargo> window = series.stream()
                                .filter(line -> Math.abs(ChronoUnit.DAYS.between(line.day(), last.day())) < PERIOD)
                                .toList();
                        if (window.stream().map(Cargo::listed).distinct().count() > 1) {
                            window.forEach(line -> found.add(line.id()));
                        }
                    }
                });
        return found;
    }

    /** CAS number, HS chapter or value per kilogram unlike the others of the same description. */
    static Set<String> mismatch(List<Cargo> cargo) {
        Set<String> found = new TreeSet<>();
        series(cargo, Definitions::goods).values().forEach(series -> {
            double price = median(series.stream().map(Definitions::price).toList());
            String cas = commonest(series, line -> line.text("cas"));
            String chapter = commonest(series, Definitions::chapter);
            for (Cargo line : series) {
                double ratio = price(line) / price;
                if (ratio > 5
                        || ratio < 0.2
                        || !chapter(line).equals(chapter)
                        || !(line.text("cas").isEmpty() || line.text("cas").equals(cas))) {
                    found.add(line.id());
                }
            }
        });
        return found;
    }

    private static String goods(Cargo line) {
        return line.entry()
                .map(entry -> entry.getOrDefault("name", ""))
                .orElseGet(() -> line.text("description")
                        .toLowerCase(java.util.Locale.ROOT)
                        .split(",", 2)[0]);
    }

    private static String trade(Cargo line) {
        return String.join(
                "|", goods(line), line.text("origin_port"), line.text("destination_port"), line.text("consignee"));
    }

    private static String chapter(Cargo line) {
        return line.text("hs_code").substring(0, 2);
    }

    private static double price(Cargo line) {
        return Double.parseDouble(line.text("declared_value")) / line.kilograms();
    }

    private static Map<String, List<Cargo>> series(List<Cargo> cargo, Function<Cargo, String> key) {
        Map<String, List<Cargo>> series = new HashMap<>();
        cargo.forEach(line ->
                series.computeIfAbsent(key.apply(line), k -> new ArrayList<>()).add(line));
        return series;
    }

    private static String commonest(List<Cargo> series, Function<Cargo, String> value) {
        Map<String, Integer> counts = new HashMap<>();
        series.stream().map(value).filter(text -> !text.isEmpty()).forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Map<String, String> families() {
        Map<String, String> families = new HashMap<>();
        List.of("Methylamine", "Benzaldehyde", "Nitroethane", "Phenylacetic acid", "1-Phenyl-2-propanone")
                .forEach(name -> families.put(name, "methamphetamine"));
        List.of("Alpha-phenylacetoacetonitrile", "Ephedrine", "Pseudoephedrine", "Norephedrine")
                .forEach(name -> families.put(name, "methamphetamine"));
        List.of("4-Piperidone", "Propionyl chloride", "Propionic anhydride", "Piperidine", "4-Anilinopiperidine")
                .forEach(name -> families.put(name, "fentanyl"));
        List.of("N-Phenethyl-4-piperidone", "4-Anilino-N-phenethylpiperidine")
                .forEach(name -> families.put(name, "fentanyl"));
        List.of("Piperonal", "Safrole", "Isosafrole", "PMK methyl glycidate")
                .forEach(name -> families.put(name, "mdma"));
        return families;
    }
}
