package org.vigia.standalone.commands;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigia.runtime.settings.Setting;
import org.vigia.runtime.settings.Settings;
import picocli.CommandLine.Option;

/** Options that every command over a cluster shares; each may also come from the environment or a file. */
final class SettingsOptions {

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "existing Kafka cluster instead of the embedded broker")
    private @Nullable String bootstrap;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "existing schema registry instead of the embedded one")
    private @Nullable String registry;

    @Option(names = "--data", paramLabel = "DIR", description = "keep the state of broker and applications here")
    private @Nullable String data;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "put before every topic and application (default vigia.)")
    private @Nullable String prefix;

    @Option(names = "--settings", paramLabel = "FILE", description = "settings file (key=value)")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "any other setting, for example --set stores=memory or --set kafka.security.protocol=SSL")
    private Map<String, String> others = new HashMap<>();

    /** The settings, with a command's own flags on top. */
    Settings read(Map<Setting, @Nullable String> own) {
        Map<String, String> flags = new HashMap<>(others);
        put(flags, Setting.BOOTSTRAP, bootstrap);
        put(flags, Setting.REGISTRY, registry);
        put(flags, Setting.DATA, data);
        put(flags, Setting.PREFIX, prefix);
        own.forEach((setting, value) -> put(flags, setting, value));
        return Settings.read(flags, System.getenv(), file);
    }

    /** The directory that state is kept in, if one is given. */
    static Optional<Path> data(Settings settings) {
        return settings.text(Setting.DATA).map(Path::of);
    }

    private static void put(Map<String, String> flags, Setting setting, @Nullable String value) {
        if (value != null) {
            flags.put(setting.key(), value);
        }
    }
}
