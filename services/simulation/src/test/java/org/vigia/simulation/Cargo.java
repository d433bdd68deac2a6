package org.vigia.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A goods line of a shipment, with what the watch list says of its substance; read from the files alone. */
record Cargo(String id, LocalDate day, Map<String, String> row, Optional<Map<String, String>> entry) {

    private static final Map<String, Double> KILOGRAMS = Map.of("kg", 1.0, "L", 1.0, "g", 0.001, "lb", 0.45359237);

    /** All lines by day. */
    static List<Cargo> of(Simulated files) {
        Map<String, Map<String, String>> byName = new HashMap<>();
        for (Map<String, String> entry : files.rows("watch-list.csv")) {
            byName.put(fold(entry.getOrDefault("name", "")), entry);
            for (String synonym : entry.getOrDefault("synonyms", "").split(" \\| ", -1)) {
                byName.put(fold(synonym), entry);
            }
        }
        List<Cargo> cargo = new ArrayList<>();
        for (Map<String, String> row : files.standing("shipments.csv", "shipment_id")) {
            String name = row.getOrDefault("description", "");
            int comma = name.indexOf(',');
            cargo.add(new Cargo(
                    "vigia:" + row.getOrDefault("shipment_id", ""),
                    LocalDate.parse(row.getOrDefault("departed_at", "").substring(0, 10)),
                    row,
                    Optional.ofNullable(byName.get(fold(comma < 0 ? name : name.substring(0, comma))))));
        }
        cargo.sort(Comparator.comparing((Cargo line) -> line.row.getOrDefault("departed_at", ""))
                .thenComparing(Cargo::id));
        return cargo;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    String text(String column) {
        return row.getOrDefault(column, "");
    }

    double kilograms() {
        return Double.parseDouble(text("quantity")) * KILOGRAMS.getOrDefault(text("unit"), Double.NaN);
    }

    /** Name on the list if it is listed on the day of the shipment. */
    Optional<String> listed() {
        return entry.filter(
                        e -> !LocalDate.parse(e.getOrDefault("listed_from", "")).isAfter(day))
                .map(e -> e.getOrDefault("name", ""));
    }

    /** Kilograms; zero if the entry has none. */
    double threshold() {
        String text = entry.map(e -> e.getOrDefault("threshold", "")).orElse("");
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    /** The same with another quantity. */
    Cargo times(double factor) {
        Map<String, String> other = new HashMap<>(row);
        other.put("quantity", Double.toString(Double.parseDouble(text("quantity")) * factor));
        return new Cargo(id, day, other, entry);
    }
}
