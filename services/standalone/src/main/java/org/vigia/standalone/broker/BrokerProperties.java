package org.vigia.standalone.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * Settings of a cluster of one node that keeps what it is given: nothing expires by itself, because a claim may be
 * corrected months later and the time of a record may lie years back.
 */
final class BrokerProperties {

    static final String CONTROLLER_LISTENER = "CONTROLLER";
    static final String HOST = "127.0.0.1";
    static final int NODE = 1;

    private static final String FOREVER = "-1";

    private BrokerProperties() {}

    static Properties of(Path logDirectory, int port, int controllerPort) {
        Properties properties = new Properties();
        node(properties, port, controllerPort);
        properties.put("log.dirs", logDirectory.toString());
        properties.put("auto.create.topics.enable", "false");
        // Reporting to JMX is for clusters that something scrapes.
        properties.put("metric.reporters", "");
        singleReplica(properties);
        retention(properties);
        smallFootprint(properties);
        return properties;
    }

    /** The controller alone, which knows the broker's registration but serves no topic. */
    static Properties controller(Path logDirectory, int controllerPort) {
        Properties properties = new Properties();
        quorum(properties, controllerPort);
        properties.put("process.roles", "controller");
        properties.put("listeners", CONTROLLER_LISTENER + "://" + HOST + ":" + controllerPort);
        properties.put("log.dirs", logDirectory.toString());
        properties.put("metric.reporters", "");
        return properties;
    }

    private static void node(Properties properties, int port, int controllerPort) {
        String listener = "PLAINTEXT://" + HOST + ":" + port;
        quorum(properties, controllerPort);
        properties.put("process.roles", "broker,controller");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("listeners", listener + "," + CONTROLLER_LISTENER + "://" + HOST + ":" + controllerPort);
        properties.put("advertised.listeners", listener);
    }

    private static void quorum(Properties properties, int controllerPort) {
        properties.put("node.id", Integer.toString(NODE));
        properties.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("listener.security.protocol.map", CONTROLLER_LISTENER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT");
    }

    private static void singleReplica(Properties properties) {
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
    }

    private static void retention(Properties properties) {
        properties.put("log.retention.ms", FOREVER);
        properties.put("log.retention.bytes", FOREVER);
        properties.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        properties.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
        // The largest value Kafka takes: 24.8 days.
        properties.put("transactional.id.expiration.ms", Integer.toString(Integer.MAX_VALUE));
    }

    private static void smallFootprint(Properties properties) {
        properties.put("num.partitions", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
    }
}
