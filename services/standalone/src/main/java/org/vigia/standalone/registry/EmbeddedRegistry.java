package org.vigia.standalone.registry;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.util.EnumSet;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registry's server, on the loopback address. */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final String HOST = "127.0.0.1";
    private static final int MOST_THREADS = 24;
    private static final int LEAST_THREADS = 2;
    private static final int STORE_ERROR = 50001;

    private final Javalin server;
    private final RegistryStore store;

    private EmbeddedRegistry(Javalin server, RegistryStore store) {
        this.server = server;
        this.store = store;
    }

    /**
     * Reads the state from the topic {@code _schemas}, which is created if missing, and serves it.
     *
     * @param bootstrapServers the Kafka cluster that holds the topic; one registry may write to it at a time
     * @param port port to listen on, or 0 for any free one
     * @throws RegistryStartException if Kafka cannot be reached, the topic cannot be read, or the port is taken
     */
    public static EmbeddedRegistry start(String bootstrapServers, int port) {
        RegistryStore store = RegistryStore.open(bootstrapServers);
        try {
            return new EmbeddedRegistry(
                    Javalin.create(config -> configure(config, store)).start(HOST, port), store);
        } catch (RuntimeException e) {
            store.close();
            throw new RegistryStartException(
                    "The registry cannot listen on port " + port + ": " + e.getMessage()
                            + "; stop what listens there, or give another port",
                    e);
        }
    }

    /** What clients give as {@code schema.registry.url}. */
    public String url() {
        return "http://" + HOST + ":" + server.port();
    }

    /** Stops answering. Close it before the broker. */
    @Override
    public void close() {
        server.stop();
        store.close();
    }

    private static void configure(JavalinConfig config, RegistryStore store) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        // Clients percent-encode subjects, and a subject may hold a slash.
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(new UriCompliance(
                "subjects",
                EnumSet.of(
                        UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                        UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                        UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT))));
        config.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));

        RegistryState state = store.state();
        Subjects subjects = new Subjects(state);
        Settings settings = new Settings(store);
        Registrations registrations = new Registrations(store, subjects, settings);
        Deletions deletions = new Deletions(store, subjects, settings);
        new SubjectRoutes(state, subjects, registrations, deletions).addTo(config.routes);
        new SchemaRoutes(state).addTo(config.routes);
        new CompatibilityRoutes(registrations).addTo(config.routes);
        new SettingsRoutes(state, settings).addTo(config.routes);
        config.routes.get("/", context -> Answers.json(context, Json.object()));
        answerErrors(config);
    }

    private static void answerErrors(JavalinConfig config) {
        config.routes.exception(
                RegistryError.class,
                (error, context) -> Answers.error(context, error.status(), error.code(), error.getMessage()));
        config.routes.exception(
                HttpResponseException.class,
                (error, context) -> Answers.error(context, error.getStatus(), error.getStatus(), error.getMessage()));
        config.routes.exception(Exception.class, (error, context) -> {
            log.error("{} {} failed", context.method(), context.path(), error);
            Answers.error(context, 500, STORE_ERROR, "Error in the schema registry: " + error);
        });
    }
}
