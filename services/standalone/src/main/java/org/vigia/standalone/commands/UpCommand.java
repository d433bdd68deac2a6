package org.vigia.standalone.commands;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.runtime.access.Access;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.settings.Setting;
import org.vigia.runtime.settings.Settings;
import org.vigia.runtime.streams.StreamsSettings;
import org.vigia.standalone.platform.Applications;
import org.vigia.standalone.platform.Directories;
import org.vigia.standalone.platform.Platform;
import org.vigia.standalone.platform.ProducerService;
import org.vigia.standalone.platform.RunningServices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Broker, registry and all applications on this machine, until stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Run broker, registry and all services on this machine until Ctrl-C; state is kept in --data.")
public final class UpCommand implements Callable<Integer> {

    private static final Path USUAL_DATA = Path.of("data");
    private static final int USUAL_PORT = 8080;
    private static final int USUAL_BROKER_PORT = 9092;
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port of the HTTP server (default 8080, with registry on 8081 and broker on 9092);"
                    + " with another port the registry takes N+1 and the broker N+2; 0 takes free ones")
    private @Nullable String port;

    @Mixin
    private DefinitionsOption definitions = new DefinitionsOption();

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Override
    public Integer call() throws Exception {
        long started = System.nanoTime();
        Settings settings = options.read(port == null ? Map.of() : Map.of(Setting.PORT, port));
        Logging.ofMachine(settings);
        int http = settings.integer(Setting.PORT, 0, 65_533).orElseThrow();
        int registryPort = http == 0 ? 0 : http + 1;
        int brokerPort = http == 0 ? 0 : http == USUAL_PORT ? USUAL_BROKER_PORT : http + 2;

        Access access = Access.from(settings);
        FeedCatalogue feeds = definitions.catalogue();
        System.out.println("Starting broker, schema registry, producers, trends and screening ...");
        try (Stop stop = Stop.byAwait();
                Directories directories =
                        Directories.open(SettingsOptions.data(settings).orElse(USUAL_DATA));
                Platform platform = Platform.open(settings, directories, registryPort, brokerPort)) {
            StreamsSettings streams = StreamsSettings.from(settings, directories.streams());
            try (ProducerService producers =
                            ProducerService.open(settings, feeds, access, platform.cluster(), directories);
                    RunningServices services = RunningServices.start(
                            Applications.all(platform.cluster(), streams),
                            producers.routes(),
                            platform.cluster(),
                            streams,
                            settings.require(Setting.HOST),
                            http)) {
                services.awaitReady(START_LIMIT);
                announce(settings, access, directories, platform.cluster(), services.port(), started);
                stop.await(services.failure());
            }
        }
        return 0;
    }

    private static void announce(
            Settings settings, Access access, Directories directories, Cluster cluster, int port, long startedNanos) {
        PrintStream out = System.out;
        String http = "http://" + settings.require(Setting.HOST) + ":" + port;
        out.printf(
                Locale.ROOT,
                "Vigía is ready (%.1f s). State is kept in %s%n",
                (System.nanoTime() - startedNanos) / 1e9,
                directories.root());
        out.println("  broker    " + cluster.bootstrap());
        out.println("  registry  " + cluster.registry());
        out.println("  health    " + http + "/health/ready");
        out.println("  metrics   " + http + "/metrics");
        out.println("  ingest    " + http + "/v1   (described in " + http + "/openapi.json)");
        if (access.isOpen()) {
            out.println("Whoever is on this machine may send: no access rules are set, and only "
                    + settings.require(Setting.HOST) + " is listened on.");
        }
        out.println("Load files from another terminal:");
        out.println("  curl " + (access.isOpen() ? "" : "-H 'Authorization: Bearer KEY' ") + "-T FILE -X POST " + http
                + "/v1/feeds/NAME/batches");
        out.println("  ./vigia run --bootstrap " + cluster.bootstrap() + " --registry " + cluster.registry()
                + " --feed NAME=FILE --out DIR");
        out.println("Ctrl-C stops it.");
        out.flush();
    }
}
