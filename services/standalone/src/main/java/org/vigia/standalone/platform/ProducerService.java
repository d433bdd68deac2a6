package org.vigia.standalone.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.LoadSettings;
import org.vigia.producers.LoadTime;
import org.vigia.producers.dropfolder.DropFolder;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.producers.ingest.IngestLimits;
import org.vigia.producers.ingest.IngestRoutes;
import org.vigia.producers.ingest.Spool;
import org.vigia.producers.redrive.Redrive;
import org.vigia.runtime.access.Access;
import org.vigia.runtime.access.AuditTopic;
import org.vigia.runtime.http.HttpRoutes;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.settings.Setting;
import org.vigia.runtime.settings.Settings;

/** The producers as a service: takes batches and events over HTTP, and files that are dropped, until it is closed. */
public final class ProducerService implements AutoCloseable {

    private final FeedLoader loader;
    private final IngestRoutes routes;
    private final AuditTopic audit;
    private final @Nullable DropFolder drop;

    private ProducerService(FeedLoader loader, IngestRoutes routes, AuditTopic audit, @Nullable DropFolder drop) {
        this.loader = loader;
        this.routes = routes;
        this.audit = audit;
        this.drop = drop;
    }

    /**
     * Prepares the service.
     *
     * @param feeds what may be sent
     * @param access who may call
     */
    public static ProducerService open(
            Settings settings, FeedCatalogue feeds, Access access, Cluster cluster, Directories directories)
            throws IOException {
        Spool spool = new Spool(directories.spool(), IngestLimits.from(settings));
        Map<String, Object> properties = cluster.clientProperties();
        properties.putAll(cluster.registryProperties());
        FeedLoader loader = new FeedLoader(
                new LoadSettings(cluster.topics(), properties, directories.index(), LoadTime.now(Clock.systemUTC())));
        AuditTopic audit = AuditTopic.of(cluster);
        try {
            Redrive redrive = new Redrive(loader);
            IngestRoutes routes = new IngestRoutes(feeds, loader, spool, redrive, access, audit);
            Optional<String> drop = settings.text(Setting.DROP);
            return new ProducerService(
                    loader,
                    routes,
                    audit,
                    drop.isEmpty() ? null : DropFolder.watch(Path.of(drop.get()), feeds.feeds(), loader));
        } catch (IOException | RuntimeException e) {
            loader.close();
            audit.close();
            throw e;
        }
    }

    /** What it serves. */
    public List<HttpRoutes> routes() {
        return List.of(routes);
    }

    @Override
    public void close() {
        if (drop != null) {
            drop.close();
        }
        routes.close();
        loader.close();
        audit.close();
    }
}
