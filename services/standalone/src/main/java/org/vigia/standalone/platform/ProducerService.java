package org.vigia.standalone.platform;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.LoadSettings;
import org.vigia.producers.LoadTime;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.producers.ingest.IngestLimits;
import org.vigia.producers.ingest.IngestRoutes;
import org.vigia.producers.ingest.Spool;
import org.vigia.producers.redrive.Redrive;
import org.vigia.runtime.access.Access;
import org.vigia.runtime.http.HttpRoutes;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.settings.Settings;

/** The producers as a service: takes batches and events over HTTP until it is closed. */
public final class ProducerService implements AutoCloseable {

    private final FeedLoader loader;
    private final List<HttpRoutes> routes;

    private ProducerService(FeedLoader loader, List<HttpRoutes> routes) {
        this.loader = loader;
        this.routes = routes;
    }

    /**
     * Prepares the service.
     *
     * @param access who may call
     */
    public static ProducerService open(Settings settings, Access access, Cluster cluster, Directories directories)
            throws IOException {
        Spool spool = new Spool(directories.spool(), IngestLimits.from(settings));
        Map<String, Object> properties = cluster.clientProperties();
        properties.putAll(cluster.registryProperties());
        FeedLoader loader = new FeedLoader(
                new LoadSettings(cluster.topics(), properties, directories.index(), LoadTime.now(Clock.systemUTC())));
        return new ProducerService(
                loader,
                List.of(new IngestRoutes(
                        FeedCatalogue.shipped(), loader, spool, new Redrive(loader, spool.directory()), access)));
    }

    /** What it serves. */
    public List<HttpRoutes> routes() {
        return routes;
    }

    @Override
    public void close() {
        loader.close();
    }
}
