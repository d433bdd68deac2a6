package org.vigia.runtime.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one process, each with the place it comes from. Besides {@link Setting}, keys that begin with
 * {@code kafka.} go to the Kafka clients and keys that begin with {@code registry.client.} to the registry client, both
 * without that beginning.
 */
public final class Settings {

    private static final String KAFKA = "kafka.";
    private static final String REGISTRY_CLIENT = "registry.client.";
    private static final String ENVIRONMENT = "VIGIA_";

    /** What Kubernetes and Docker put into the environment of a container that has a service called vigia beside it. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("_SERVICE_(HOST|PORT)|_PORT_\\d+_(TCP|UDP)|=(tcp|udp)://");

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
    private final Map<String, String> passedOn = new TreeMap<>();

    private record Value(String text, String origin) {}

    private Settings() {}

    /**
     * Reads the settings.
     *
     * @param flags by key, from the command line; win over everything
     * @param environment the process environment; names that begin with {@code VIGIA_} count
     * @param file a properties file in UTF-8, or null
     * @throws InvalidSettingException if the file cannot be read or a key is unknown
     */
    public static Settings read(Map<String, String> flags, Map<String, String> environment, @Nullable Path file) {
        Settings settings = new Settings();
        if (file != null) {
            properties(file).forEach((key, value) -> settings.put(key, value, file.toString()));
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT)
                    && !SERVICE_LINK.matcher(name + "=" + value).find()) {
                settings.put(
                        name.substring(ENVIRONMENT.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value,
                        "environment variable " + name);
            }
        });
        flags.forEach((key, value) -> settings.put(key, value, "--" + key.replace('.', '-')));
        return settings;
    }

    /** The value, or its default. */
    public Optional<String> text(Setting setting) {
        return Optional.ofNullable(values.get(setting)).map(Value::text).or(setting::defaultValue);
    }

    /** The value of a setting that has a default or must be given. */
    public String require(Setting setting) {
        return text(setting)
                .orElseThrow(() -> new InvalidSettingException(setting.key() + " is not set: " + setting.description()
                        + "; give --" + setting.key().replace('.', '-') + ", " + setting.environmentName()
                        + " or a line in the settings file"));
    }

    /** A whole number between two bounds, inclusive. */
    public Optional<Integer> integer(Setting setting, int least, int most) {
        return text(setting).map(text -> {
            try {
                int number = Integer.parseInt(text.strip());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Falls through to the one message for both.
            }
            throw new InvalidSettingException(setting.key() + "=" + text + origin(setting)
                    + " is not a whole number from " + least + " to " + most);
        });
    }

    /** One of the given words. */
    public String oneOf(Setting setting, String... words) {
        String text = require(setting);
        if (!Arrays.asList(words).contains(text)) {
            throw new InvalidSettingException(
                    setting.key() + "=" + text + origin(setting) + " is none of " + String.join(", ", words));
        }
        return text;
    }

    /** What is passed on to Kafka clients. */
    public Map<String, String> kafka() {
        return passedOn(KAFKA);
    }

    /** What is passed on to the registry client. */
    public Map<String, String> registryClient() {
        return passedOn(REGISTRY_CLIENT);
    }

    private Map<String, String> passedOn(String beginning) {
        return passedOn.entrySet().stream()
                .filter(e -> e.getKey().startsWith(beginning))
                .collect(Collectors.toMap(e -> e.getKey().substring(beginning.length()), Map.Entry::getValue));
    }

    private String origin(Setting setting) {
        Value value = values.get(setting);
        return value == null ? "" : " (" + value.origin() + ")";
    }

    private void put(String key, String value, String origin) {
        if (key.startsWith(KAFKA) || key.startsWith(REGISTRY_CLIENT)) {
            passedOn.put(key, value);
            return;
        }
        Setting setting = Setting.named(key)
                .orElseThrow(() -> new InvalidSettingException("Unknown setting " + key + " (" + origin
                        + "): known are "
                        + Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.joining(", "))
                        + ", and keys that begin with " + KAFKA + " or " + REGISTRY_CLIENT));
        values.put(setting, new Value(value, origin));
    }

    private static Map<String, String> properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettingException("Cannot read the settings file " + file + ": " + e.getMessage());
        }
        Map<String, String> read = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> read.put(name, properties.getProperty(name)));
        return read;
    }
}
