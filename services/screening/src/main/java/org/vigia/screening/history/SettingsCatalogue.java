package org.vigia.screening.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.events.DetectorSettings;

/** Every setting there is, with its default, unit and range, as {@code detector-settings.csv} states them. */
public final class SettingsCatalogue {

    private static final Logger log = LoggerFactory.getLogger(SettingsCatalogue.class);
    private static final int COLUMNS = 7;

    private final List<Entry> entries;

    private SettingsCatalogue(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * One setting.
     *
     * @param value the default
     * @param least smallest value that is taken
     * @param most largest value that is taken
     */
    public record Entry(
            String detector, String setting, double value, String unit, double least, double most, String meaning) {}

    /** The settings that Vigía ships with. */
    public static SettingsCatalogue shipped() {
        return new SettingsCatalogue(rows("detector-settings.csv", COLUMNS).stream()
                .map(cells -> new Entry(
                        cells[0],
                        cells[1],
                        Double.parseDouble(cells[2]),
                        cells[3],
                        Double.parseDouble(cells[4]),
                        Double.parseDouble(cells[5]),
                        cells[6]))
                .toList());
    }

    /** Rows of a file beside this class without its header; the last column may hold commas. */
    static List<String[]> rows(String file, int columns) {
        try (InputStream in = SettingsCatalogue.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", columns)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Entry> entries() {
        return entries;
    }

    /** The settings of a detector as its newest version sets them; what is out of range keeps its default. */
    public Settings of(String detector, @Nullable DetectorSettings newest) {
        Map<String, Double> values = new HashMap<>();
        Map<String, String> set = newest == null ? Map.of() : newest.getValues();
        for (Entry entry : entries) {
            if (entry.detector.equals(detector)) {
                values.put(entry.setting, value(entry, set.get(entry.setting)));
            }
        }
        return newest == null
                ? new Settings(detector, 0, true, values)
                : new Settings(detector, newest.getVersion(), newest.getEnabled(), values);
    }

    private static double value(Entry entry, @Nullable String set) {
        if (set == null) {
            return entry.value;
        }
        try {
            double value = Double.parseDouble(set);
            if (value >= entry.least && value <= entry.most) {
                return value;
            }
        } catch (NumberFormatException e) {
            log.debug("No number", e);
        }
        log.warn(
                "Setting {} of {} is {}, which is not from {} to {}; it stays at {}",
                entry.setting,
                entry.detector,
                set,
                entry.least,
                entry.most,
                entry.value);
        return entry.value;
    }

    /** The settings as a table for the documentation. */
    public String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("| detector | setting | default | range | meaning |");
        lines.add("|---|---|---|---|---|");
        for (Entry entry : entries) {
            lines.add("| `%s` | `%s` | %s %s | %s to %s | %s |"
                    .formatted(
                            entry.detector,
                            entry.setting,
                            Words.number(entry.value),
                            entry.unit,
                            Words.number(entry.least),
                            Words.number(entry.most),
                            entry.meaning));
        }
        return String.join("\n", lines) + "\n";
    }
}
