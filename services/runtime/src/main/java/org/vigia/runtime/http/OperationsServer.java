package org.vigia.runtime.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigia.runtime.metrics.Metrics;

/** {@code /health/live}, {@code /health/ready} (200 or 503, a JSON object by part) and {@code /metrics}. */
public final class OperationsServer implements AutoCloseable {

    private final Javalin server;

    private OperationsServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @param port 0 takes a free one
     * @throws IllegalStateException if the port is taken
     */
    public static OperationsServer start(String host, int port, Metrics metrics, List<HealthCheck> checks) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = host;
            config.jetty.port = port;
            config.routes.get(
                    "/health/live",
                    c -> answer(c, checks, check -> check.alive().getAsBoolean()));
            config.routes.get(
                    "/health/ready",
                    c -> answer(c, checks, check -> check.ready().getAsBoolean()));
            config.routes.get(
                    "/metrics",
                    c -> c.contentType("text/plain; version=0.0.4; charset=utf-8")
                            .result(metrics.scrape()));
        });
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Cannot listen on " + host + ":" + port
                            + ": the port is taken or the address is not this machine's. Choose another --port",
                    e);
        }
        return new OperationsServer(server);
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void answer(Context context, List<HealthCheck> checks, Function<HealthCheck, Boolean> question) {
        Map<String, Boolean> parts =
                new TreeMap<>(checks.stream().collect(Collectors.toMap(HealthCheck::name, question)));
        context.status(parts.containsValue(false) ? 503 : 200).json(parts);
    }
}
