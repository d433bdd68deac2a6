package org.vigia.producers.definition;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigia.producers.feed.Suggestion;

/** Keys and values of a YAML file whose keys are fixed: what nobody asked for is a problem. */
final class YamlMap {

    private final Map<String, YamlValue> entries;
    private final YamlValue value;
    private final Set<String> asked = new LinkedHashSet<>();

    YamlMap(Map<String, YamlValue> entries, YamlValue value) {
        this.entries = entries;
        this.value = value;
    }

    boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    Optional<YamlValue> get(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    /** A text that must be there; empty, and noted, if it is not. */
    String text(String key, String example) {
        Optional<YamlValue> found = get(key);
        if (found.isEmpty()) {
            value.problem(key + " is missing. Write for example " + key + ": " + example);
        }
        return found.map(YamlValue::text).orElse("");
    }

    void problem(String problem) {
        value.problem(problem);
    }

    /** Notes every key that was not asked for. */
    void finish() {
        entries.forEach((key, entry) -> {
            if (!asked.contains(key)) {
                entry.problem("There is no key \"" + key + "\" here." + Suggestion.of(key, asked) + " Keys: "
                        + String.join(", ", asked) + ".");
            }
        });
    }
}
