package org.vigia.trends.surges;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigia.events.DetectorSettings;

/**
 * The settings of one detector: its defaults by name, and the version that replaces some of them, if one was sent. A
 * version with a name that the detector does not have, or a value that is no number, is refused as a whole: then the
 * defaults hold, and every alert says so.
 */
final class NamedSettings {

    private final Map<String, String> values;
    private final int version;
    private final boolean enabled;
    private final String origin;

    private NamedSettings(Map<String, String> values, int version, boolean enabled, String origin) {
        this.values = values;
        this.version = version;
        this.enabled = enabled;
        this.origin = origin;
    }

    /** The settings that hold; {@code sent} is null if none were sent. */
    static NamedSettings of(Map<String, String> defaults, @Nullable DetectorSettings sent) {
        Map<String, String> values = new TreeMap<>(defaults);
        if (sent == null) {
            return new NamedSettings(values, 0, true, "the settings that Vigía ships");
        }
        String fault = fault(defaults, sent.getValues());
        if (fault != null) {
            return new NamedSettings(
                    values,
                    0,
                    true,
                    "the settings that Vigía ships, because version " + sent.getVersion() + " was refused: " + fault);
        }
        values.putAll(sent.getValues());
        return new NamedSettings(
                values, sent.getVersion(), sent.getEnabled(), "version " + sent.getVersion() + " of the settings");
    }

    private static @Nullable String fault(Map<String, String> defaults, Map<String, String> sent) {
        for (Map.Entry<String, String> value : new TreeMap<>(sent).entrySet()) {
            String usual = defaults.get(value.getKey());
            if (usual == null) {
                return "there is no setting " + value.getKey();
            }
            if (isNumber(usual) && !isNumber(value.getValue())) {
                return value.getKey() + " must be a number of at least 0, but is " + value.getValue();
            }
        }
        return null;
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,9}(\\.\\d{1,9})?");
    }

    double number(String name) {
        return Double.parseDouble(text(name));
    }

    /** A whole number; of a fraction, what stands before the point. */
    int whole(String name) {
        return (int) number(name);
    }

    /** Texts divided by commas. */
    List<String> texts(String name) {
        return Arrays.stream(text(name).split(",", -1)).map(String::strip).toList();
    }

    private String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no setting " + name);
        }
        return value;
    }

    /** 0 for the defaults. */
    int version() {
        return version;
    }

    boolean enabled() {
        return enabled;
    }

    /** Where the settings come from, to follow "by". */
    String origin() {
        return origin;
    }

    /** All values by name. */
    Map<String, String> values() {
        return values;
    }
}
