package org.vigia.trends.claims;

import java.util.List;
import org.vigia.events.TrendSeries;

/**
 * What a figure is about, apart from its period.
 *
 * @param series what is counted
 * @param drug canonical name, kind of laboratory, CAS number or normalised description, as the series has it
 * @param country ISO 3166-1 alpha-2, empty if unknown
 * @param area subdivision, place or port, empty if unknown
 * @param agency the authority as the partner names it
 */
public record Cell(TrendSeries series, String drug, String country, String area, String agency) {

    /** {@code series|drug|country|area|agency}, see {@link KeyText}. */
    public String key() {
        return KeyText.join(series.name(), drug, country, area, agency);
    }

    /**
     * The cell of a key.
     *
     * @throws IllegalArgumentException if the key is not one of {@link #key}
     */
    public static Cell parse(String key) {
        List<String> parts = KeyText.split(key);
        if (parts.size() != 5) {
            throw new IllegalArgumentException("Not series|drug|country|area|agency: " + key);
        }
        return new Cell(TrendSeries.valueOf(parts.get(0)), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
    }
}
