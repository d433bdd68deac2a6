package org.vigia.standalone.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topic that holds the registry's records. */
final class SchemasTopic {

    static final TopicPartition PARTITION = new TopicPartition("_schemas", 0);

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String POLICY = "cleanup.policy";

    private SchemasTopic() {}

    /**
     * Creates the topic if it is missing.
     *
     * @throws RegistryStartException if the cluster cannot be reached, or if the topic is there but would lose records
     */
    static void ensure(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(properties)) {
            if (create(admin)) {
                return;
            }
            requireOnePartition(admin);
            requireCompaction(admin);
        } catch (ExecutionException | TimeoutException e) {
            throw new RegistryStartException(
                    "The registry cannot reach Kafka at " + bootstrapServers + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryStartException("The registry's start was interrupted", e);
        }
    }

    private static boolean create(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        NewTopic topic =
                new NewTopic(PARTITION.topic(), Optional.of(1), Optional.empty()).configs(Map.of(POLICY, "compact"));
        try {
            admin.createTopics(List.of(topic)).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private static void requireOnePartition(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, TopicDescription> descriptions = admin.describeTopics(Set.of(PARTITION.topic()))
                .allTopicNames()
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        for (TopicDescription description : descriptions.values()) {
            if (description.partitions().size() != 1) {
                throw new RegistryStartException(
                        "The topic " + PARTITION.topic() + " has "
                                + description.partitions().size() + " partitions; a registry needs one",
                        null);
            }
        }
    }

    private static void requireCompaction(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, PARTITION.topic());
        Map<ConfigResource, Config> configs =
                admin.describeConfigs(Set.of(resource)).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        for (Config config : configs.values()) {
            if (!"compact".equals(config.get(POLICY).value())) {
                throw new RegistryStartException(
                        "The topic " + PARTITION.topic() + " would lose schemas: set its " + POLICY + " to compact",
                        null);
            }
        }
    }
}
