package org.vigia.screening.history;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of one detector as they are used: defaults, and over them what the newest version sets within its range.
 *
 * @param version 0 for the defaults
 * @param enabled whether the detector finds anything
 */
public record Settings(String detector, int version, boolean enabled, Map<String, Double> values) {

    public Settings {
        values = Map.copyOf(values);
    }

    /**
     * The value of a setting.
     *
     * @throws IllegalArgumentException if the detector has no such setting
     */
    public double number(String setting) {
        Double value = values.get(setting);
        if (value == null) {
            throw new IllegalArgumentException(detector + " has no setting " + setting);
        }
        return value;
    }

    /** A whole number. */
    public int count(String setting) {
        return (int) number(setting);
    }

    /** Days in milliseconds. */
    public long days(String setting) {
        return (long) (number(setting) * Duration.ofDays(1).toMillis());
    }

    /** All that a finding may depend on, in a form that can be compared. */
    public String fingerprint() {
        return version + "|" + enabled + "|" + new TreeMap<>(values);
    }
}
