package org.vigia.standalone.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;

/**
 * Makes the controller forget a broker that was killed, before the next one starts.
 *
 * <p>Otherwise the next one begins under the registration of the killed one, whose session still lasts: its transaction
 * coordinator takes up the transactions that were about to end, cannot send their markers because the broker serves
 * nothing yet, and, when the session ends and the partitions lose their leader, takes the partitions for deleted and the
 * transactions for ended (Kafka 4.3.1). What they committed would never be seen, and everything behind it would be held back
 * for good. It also saves waiting for the end of the session, 9 s.
 */
final class UncleanStop {

    /** What Kafka leaves behind when it stops, and removes when it starts. */
    private static final String CLEAN_SHUTDOWN = ".kafka_cleanshutdown";

    private UncleanStop() {}

    /**
     * Unregisters the broker of a directory if it did not shut down.
     *
     * @throws BrokerException if the controller cannot be started or refuses
     */
    static void forget(Path logs) {
        boolean used = Files.exists(logs.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME));
        if (!used || Files.exists(logs.resolve(CLEAN_SHUTDOWN))) {
            return;
        }
        int port = Ports.free();
        KafkaRaftServer controller = null;
        try {
            controller = new KafkaRaftServer(
                    KafkaConfig.fromProps(BrokerProperties.controller(logs, port), false), Time.SYSTEM);
            controller.startup();
            unregister(port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("Interrupted while the broker started", e);
        } catch (Exception e) {
            // Kafka's Scala code throws checked exceptions without declaring them.
            throw new BrokerException("The controller in " + logs + " could not start: " + e, e);
        } finally {
            if (controller != null) {
                EmbeddedBroker.shutDown(controller);
            }
        }
    }

    private static void unregister(int port) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, BrokerProperties.HOST + ":" + port))) {
            admin.unregisterBroker(BrokerProperties.NODE).all().get();
        } catch (ExecutionException e) {
            // Killed before it had registered.
            if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
                throw e;
            }
        }
    }
}
