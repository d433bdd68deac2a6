package org.vigia.producers.ingest;

import io.javalin.config.RoutesConfig;
import java.util.List;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.producers.redrive.Redrive;
import org.vigia.runtime.access.Access;
import org.vigia.runtime.access.AuditTrail;
import org.vigia.runtime.access.Guard;
import org.vigia.runtime.http.HttpRoutes;

/** The HTTP side of the producers. What it is stands in {@code /openapi.json}. */
public final class IngestRoutes implements HttpRoutes, AutoCloseable {

    private static final String OPEN_API = Resource.text("openapi.json");

    private final List<HttpRoutes> parts;
    private final EventRoutes events;

    /**
     * The routes.
     *
     * @param loader what loads; it stays open
     * @param spool where bodies lie while they are loaded
     * @param redrive what sends refused rows again
     * @param trail where calls are written down, besides the log
     */
    public IngestRoutes(
            FeedCatalogue feeds, FeedLoader loader, Spool spool, Redrive redrive, Access access, AuditTrail trail) {
        Loads loads = new Loads(feeds, loader);
        events = new EventRoutes(loads, loader::loadTogether);
        parts = List.of(
                new Guard(access, "/v1/", trail),
                new BatchRoutes(loads, loader, spool),
                events,
                new RejectedRoutes(loads, loader, redrive),
                routes -> routes.get(
                        "/openapi.json",
                        context -> context.contentType("application/json").result(OPEN_API)));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        parts.forEach(part -> part.addTo(routes));
    }

    /** Ends what is under way; the server should take no calls any more. */
    @Override
    public void close() {
        events.close();
    }
}
