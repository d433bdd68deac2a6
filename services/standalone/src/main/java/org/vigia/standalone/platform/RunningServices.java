package org.vigia.standalone.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.vigia.runtime.http.HealthCheck;
import org.vigia.runtime.http.HttpRoutes;
import org.vigia.runtime.http.HttpServer;
import org.vigia.runtime.http.OperationsRoutes;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.metrics.Metrics;
import org.vigia.runtime.streams.StreamsApplication;
import org.vigia.runtime.streams.StreamsRunner;
import org.vigia.runtime.streams.StreamsSettings;

/** Applications that run until they are stopped, with their health and metrics over HTTP. */
public final class RunningServices implements AutoCloseable {

    private final Metrics metrics;
    private final List<StreamsRunner> runners;
    private final HttpServer server;

    private RunningServices(Metrics metrics, List<StreamsRunner> runners, HttpServer server) {
        this.metrics = metrics;
        this.runners = runners;
        this.server = server;
    }

    /**
     * Starts applications and HTTP server; the port is taken first, so that a second process on it fails before it joins
     * the consumer groups.
     *
     * @param routes served besides health and metrics
     */
    public static RunningServices start(
            List<StreamsApplication> applications,
            List<HttpRoutes> routes,
            Cluster cluster,
            StreamsSettings settings,
            String host,
            int port) {
        Metrics metrics = new Metrics();
        List<StreamsRunner> runners = applications.stream()
                .map(a -> StreamsRunner.prepare(a, cluster, settings, metrics.registry()))
                .toList();
        HttpServer server;
        try {
            List<HealthCheck> checks = runners.stream()
                    .map(r -> new HealthCheck(r.applicationId(), r::isHealthy, r::isReady))
                    .toList();
            List<HttpRoutes> all = new ArrayList<>(routes);
            all.add(new OperationsRoutes(metrics, checks));
            server = HttpServer.start(host, port, all);
        } catch (RuntimeException e) {
            runners.forEach(StreamsRunner::close);
            metrics.close();
            throw e;
        }
        RunningServices services = new RunningServices(metrics, runners, server);
        try {
            runners.forEach(StreamsRunner::start);
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
        return services;
    }

    /** Waits until every application is running. */
    public void awaitReady(Duration limit) throws InterruptedException {
        for (StreamsRunner runner : runners) {
            runner.awaitRunning(limit);
        }
    }

    /** Completes exceptionally when the first application stops because of a failure. */
    public CompletableFuture<Object> failure() {
        return CompletableFuture.anyOf(
                Stream.concat(runners.stream().map(StreamsRunner::failure), Stream.of(new CompletableFuture<Void>()))
                        .toArray(CompletableFuture[]::new));
    }

    /** Port of the HTTP server. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        runners.parallelStream().forEach(StreamsRunner::close);
        metrics.close();
    }
}
