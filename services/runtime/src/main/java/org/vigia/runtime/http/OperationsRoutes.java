package org.vigia.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigia.runtime.metrics.Metrics;

/** {@code /health/live}, {@code /health/ready} (200 or 503, a JSON object by part) and {@code /metrics}. */
public final class OperationsRoutes implements HttpRoutes {

    private final Metrics metrics;
    private final List<HealthCheck> checks;

    /** @param checks the parts that must work */
    public OperationsRoutes(Metrics metrics, List<HealthCheck> checks) {
        this.metrics = metrics;
        this.checks = List.copyOf(checks);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", c -> answer(c, check -> check.alive().getAsBoolean()));
        routes.get("/health/ready", c -> answer(c, check -> check.ready().getAsBoolean()));
        routes.get(
                "/metrics",
                c -> c.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape()));
    }

    private void answer(Context context, Function<HealthCheck, Boolean> question) {
        Map<String, Boolean> parts =
                new TreeMap<>(checks.stream().collect(Collectors.toMap(HealthCheck::name, question)));
        context.status(parts.containsValue(false) ? 503 : 200).json(parts);
    }
}
