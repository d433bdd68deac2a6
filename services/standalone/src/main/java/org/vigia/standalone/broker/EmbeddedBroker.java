package org.vigia.standalone.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker and controller of one node in this process, reachable on the loopback address only. Topics,
 * records, committed offsets and the cluster's id are kept in its directory. Close every client before the broker.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(30);
    private static final int ATTEMPTS_WITH_FREE_PORTS = 5;

    private final KafkaRaftServer server;
    private final DirectoryLock lock;
    private final int port;
    private boolean closed;

    private EmbeddedBroker(KafkaRaftServer server, DirectoryLock lock, int port) {
        this.server = server;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Starts a broker and returns once it serves clients.
     *
     * @param dataDirectory where everything is kept; created if missing
     * @param port port to listen on, or 0 for any free one; it may differ from the last run's
     * @throws BrokerException if the directory cannot be used or is in use, the port is taken, or the broker fails
     */
    public static EmbeddedBroker start(Path dataDirectory, int port) {
        if (port < 0 || port > 65_535) {
            throw new BrokerException("Port " + port + " does not exist: give one from 1 to 65535, or 0 for any", null);
        }
        DirectoryLock lock = DirectoryLock.acquire(dataDirectory);
        try {
            Path logs = dataDirectory.resolve("kafka").toAbsolutePath();
            UncleanStop.forget(logs);
            return port == 0 ? startOnFreePort(logs, lock) : startOn(logs, lock, port);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** What clients give as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return BrokerProperties.HOST + ":" + port;
    }

    /** Shuts down within {@code 30 s}, then returns even if the broker has not finished. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (shutDown(server)) {
            lock.close();
        } else {
            log.warn(
                    "The broker did not stop within {} s; its directory stays locked until this process ends",
                    SHUTDOWN_LIMIT.toSeconds());
        }
    }

    private static EmbeddedBroker startOnFreePort(Path logs, DirectoryLock lock) {
        for (int attempt = 1; ; attempt++) {
            try {
                return startOn(logs, lock, Ports.free());
            } catch (BrokerException e) {
                // Between choosing a free port and listening on it, another process may take it.
                if (attempt == ATTEMPTS_WITH_FREE_PORTS || !causedByPort(e)) {
                    throw e;
                }
            }
        }
    }

    private static EmbeddedBroker startOn(Path logs, DirectoryLock lock, int port) {
        Ports.requireFree(port);
        Properties properties = BrokerProperties.of(logs, port, Ports.free());
        KafkaRaftServer server = null;
        try {
            formatIfNew(logs);
            server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(server, lock, port);
        } catch (Exception e) {
            // Kafka's Scala code throws checked exceptions without declaring them.
            if (server != null) {
                shutDown(server);
            }
            throw new BrokerException("The broker in " + logs + " could not start: " + e, e);
        }
    }

    private static void formatIfNew(Path logs) throws Exception {
        if (Files.exists(logs.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return;
        }
        Files.createDirectories(logs);
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(BrokerProperties.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(logs.toString()))
                    .setMetadataLogDirectory(logs.toString())
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .run();
        }
    }

    /** Stops a server, and says whether it did within {@code 30 s}. */
    static boolean shutDown(KafkaRaftServer server) {
        Thread shutdown = Thread.ofPlatform().daemon().name("broker-shutdown").start(() -> {
            server.shutdown();
            server.awaitShutdown();
        });
        try {
            return shutdown.join(SHUTDOWN_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean causedByPort(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}
