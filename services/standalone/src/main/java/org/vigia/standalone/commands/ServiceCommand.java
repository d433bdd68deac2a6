package org.vigia.standalone.commands;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.runtime.access.Access;
import org.vigia.runtime.http.HttpRoutes;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.settings.Setting;
import org.vigia.runtime.settings.Settings;
import org.vigia.runtime.streams.StreamsApplication;
import org.vigia.runtime.streams.StreamsSettings;
import org.vigia.standalone.platform.Applications;
import org.vigia.standalone.platform.Directories;
import org.vigia.standalone.platform.Platform;
import org.vigia.standalone.platform.ProducerService;
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
        PRODUCERS,
        TRENDS,
        SCREENING
    }

    @Parameters(paramLabel = "SERVICE", description = "${COMPLETION-CANDIDATES}")
    private Service service = Service.TRENDS;

    @Option(names = "--port", paramLabel = "N", description = "port of the HTTP server (default 8080)")
    private @Nullable String port;

    @Mixin
    private DefinitionsOption definitions = new DefinitionsOption();

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Override
    public Integer call() throws Exception {
        Settings settings = options.read(port == null ? Map.of() : Map.of(Setting.PORT, port));
        Logging.ofService(settings);
        settings.require(Setting.BOOTSTRAP);
        Access access = service == Service.PRODUCERS ? Access.from(settings) : Access.open();
        FeedCatalogue feeds = definitions.catalogue();
        try (Stop stop = Stop.byAwait();
                Directories directories = directories(settings);
                Platform platform = Platform.open(settings, directories, 0, 0)) {
            Cluster cluster = platform.cluster();
            StreamsSettings streams = StreamsSettings.from(settings, directories.streams());
            switch (service) {
                case PRODUCERS -> {
                    try (ProducerService producers =
                            ProducerService.open(settings, feeds, access, cluster, directories)) {
                        serve(List.of(), producers.routes(), cluster, streams, settings, stop);
                    }
                }
                case TRENDS ->
                    serve(List.of(Applications.trends(cluster, streams)), List.of(), cluster, streams, settings, stop);
                case SCREENING ->
                    serve(
                            List.of(Applications.screening(cluster, streams)),
                            List.of(),
                            cluster,
                            streams,
                            settings,
                            stop);
            }
        }
        return 0;
    }

    private static void serve(
            List<StreamsApplication> applications,
            List<HttpRoutes> routes,
            Cluster cluster,
            StreamsSettings streams,
            Settings settings,
            Stop stop)
            throws InterruptedException, ExecutionException {
        try (RunningServices services = RunningServices.start(
                applications,
                routes,
                cluster,
                streams,
                settings.require(Setting.HOST),
                settings.integer(Setting.PORT, 0, 65_535).orElseThrow())) {
            services.awaitReady(START_LIMIT);
            System.out.println("Ready: http://" + settings.require(Setting.HOST) + ":" + services.port());
            System.out.flush();
            stop.await(services.failure());
        }
    }

    private static Directories directories(Settings settings) throws IOException {
        return Directories.open(SettingsOptions.data(settings).orElse(null));
    }
}
