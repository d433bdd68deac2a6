package org.vigia.standalone.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * One broker for all tests of this JVM, started on first use. Tests keep apart by their own topic prefix and
 * application id.
 */
public final class SharedBroker {

    private SharedBroker() {}

    public static String bootstrapServers() {
        return Holder.BROKER.bootstrapServers();
    }

    public static Admin admin() {
        return Admin.create(clientProperties());
    }

    /** Properties with the broker's address alone. */
    public static Properties clientProperties() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers());
        return properties;
    }

    /** Closes something of the tests' before the broker stops, when this JVM ends. */
    public static void closeFirst(AutoCloseable client) {
        Holder.CLIENTS.add(client);
    }

    private static final class Holder {
        static final Queue<AutoCloseable> CLIENTS = new ConcurrentLinkedQueue<>();
        static final EmbeddedBroker BROKER = start();

        private static EmbeddedBroker start() {
            try {
                Path directory = Files.createTempDirectory("vigia-broker");
                EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    CLIENTS.forEach(Holder::close);
                    broker.close();
                    delete(directory);
                }));
                return broker;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(AutoCloseable client) {
            try {
                client.close();
            } catch (Exception e) {
                throw new IllegalStateException(client + " did not close", e);
            }
        }

        private static void delete(Path directory) {
            try (Stream<Path> paths = Files.walk(directory)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
