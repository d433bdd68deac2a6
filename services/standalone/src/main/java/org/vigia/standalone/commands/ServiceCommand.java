package org.vigia.standalone.commands;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigia.runtime.settings.Setting;
import org.vigia.runtime.settings.Settings;
import org.vigia.runtime.streams.StreamsApplication;
import org.vigia.runtime.streams.StreamsSettings;
import org.vigia.standalone.platform.Applications;
import org.vigia.standalone.platform.Directories;
import org.vigia.standalone.platform.Platform;
import org.vigia.standalone.platform.RunningServices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One application against an existing cluster; what a container runs. */
@Command(
        name = "service",
        mixinStandardHelpOptions = true,
        description = "Run one service against an existing cluster (--bootstrap, --registry) until it is stopped.")
public final class ServiceCommand implements Callable<Integer> {

    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    /** What can be run on its own. */
    enum Service {
        TRENDS,
        SCREENING
    }

    @Parameters(paramLabel = "SERVICE", description = "${COMPLETION-CANDIDATES}")
    private Service service = Service.TRENDS;

    @Option(names = "--port", paramLabel = "N", description = "port of the HTTP server (default 8080)")
    private @Nullable String port;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Override
    public Integer call() throws Exception {
        Settings settings = options.read(port == null ? Map.of() : Map.of(Setting.PORT, port));
        Logging.ofService(settings);
        settings.require(Setting.BOOTSTRAP);
        try (Stop stop = Stop.byAwait();
                Directories directories = directories(settings);
                Platform platform = Platform.open(settings, directories, 0, 0)) {
            StreamsSettings streams = StreamsSettings.from(settings, directories.streams());
            StreamsApplication application = switch (service) {
                case TRENDS -> Applications.trends(platform.cluster(), streams);
                case SCREENING -> Applications.screening(platform.cluster(), streams);
            };
            try (RunningServices services = RunningServices.start(
                    List.of(application),
                    platform.cluster(),
                    streams,
                    settings.require(Setting.HOST),
                    settings.integer(Setting.PORT, 0, 65_535).orElseThrow())) {
                services.awaitReady(START_LIMIT);
                stop.await(services.failure());
            }
        }
        return 0;
    }

    private static Directories directories(Settings settings) throws IOException {
        return Directories.open(SettingsOptions.data(settings).orElse(null));
    }
}
