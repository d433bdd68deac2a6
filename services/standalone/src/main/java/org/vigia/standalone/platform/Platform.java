package org.vigia.standalone.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.kafka.SubjectRules;
import org.vigia.runtime.kafka.TopicCreation;
import org.vigia.runtime.settings.Setting;
import org.vigia.runtime.settings.Settings;
import org.vigia.standalone.broker.EmbeddedBroker;
import org.vigia.standalone.registry.EmbeddedRegistry;

/** A cluster to work against, embedded here or running elsewhere, with all topics of the catalogue. */
public final class Platform implements AutoCloseable {

    private final Deque<Runnable> parts;
    private final Cluster cluster;

    private Platform(Cluster cluster, Deque<Runnable> parts) {
        this.cluster = cluster;
        this.parts = parts;
    }

    /**
     * Opens the cluster that the settings name, or starts broker and registry here.
     *
     * @param registryPort port of the embedded registry unless the settings say otherwise
     * @param brokerPort port of the embedded broker unless the settings say otherwise
     */
    public static Platform open(Settings settings, Directories directories, int registryPort, int brokerPort)
            throws InterruptedException {
        Deque<Runnable> parts = new ArrayDeque<>();
        try {
            Cluster cluster = cluster(settings, directories, registryPort, brokerPort, parts);
            try (Admin admin = Admin.create(cluster.clientProperties())) {
                TopicCreation.createMissing(admin, cluster.topics());
            }
            SubjectRules.require(cluster);
            return new Platform(cluster, parts);
        } catch (InterruptedException | RuntimeException e) {
            closeAll(parts);
            throw e;
        }
    }

    private static Cluster cluster(
            Settings settings, Directories directories, int registryPort, int brokerPort, Deque<Runnable> parts) {
        Optional<String> bootstrap = settings.text(Setting.BOOTSTRAP);
        if (bootstrap.isPresent()) {
            return Cluster.from(settings);
        }
        EmbeddedBroker broker = EmbeddedBroker.start(
                directories.broker(),
                settings.integer(Setting.BROKER_PORT, 0, 65_535).orElse(brokerPort));
        parts.push(broker::close);
        Optional<String> registryUrl = settings.text(Setting.REGISTRY);
        if (registryUrl.isPresent()) {
            return Cluster.at(broker.bootstrapServers(), registryUrl.get(), settings);
        }
        EmbeddedRegistry registry = EmbeddedRegistry.start(
                broker.bootstrapServers(),
                settings.integer(Setting.REGISTRY_PORT, 0, 65_535).orElse(registryPort));
        parts.push(registry::close);
        return Cluster.at(broker.bootstrapServers(), registry.url(), settings);
    }

    /** The cluster. */
    public Cluster cluster() {
        return cluster;
    }

    @Override
    public void close() {
        closeAll(parts);
    }

    private static void closeAll(Deque<Runnable> parts) {
        while (!parts.isEmpty()) {
            parts.pop().run();
        }
    }
}
