package org.vigia.runtime.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.vigia.runtime.settings.Setting;
import org.vigia.runtime.settings.Settings;
import org.vigia.schemas.registry.RegistryClients;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topics;

/**
 * The Kafka cluster and schema registry that a process works against.
 *
 * @param bootstrap HOST:PORT, several separated by commas
 * @param registry URL of the schema registry
 * @param topics the catalogue under the configured prefix
 * @param clientOptions further properties of every Kafka client, for example {@code security.protocol}
 * @param registryOptions further properties of the registry client, for example {@code basic.auth.user.info}
 */
public record Cluster(
        String bootstrap,
        String registry,
        Topics topics,
        Map<String, String> clientOptions,
        Map<String, String> registryOptions) {

    public Cluster {
        clientOptions = Map.copyOf(clientOptions);
        registryOptions = Map.copyOf(registryOptions);
    }

    /** The cluster that the settings name. */
    public static Cluster from(Settings settings) {
        return at(settings.require(Setting.BOOTSTRAP), settings.require(Setting.REGISTRY), settings);
    }

    /** A cluster at known addresses, everything else from the settings. */
    public static Cluster at(String bootstrap, String registry, Settings settings) {
        return new Cluster(
                bootstrap,
                registry,
                Topics.withPrefix(settings.require(Setting.PREFIX)),
                settings.kafka(),
                settings.registryClient());
    }

    /** Properties of a Kafka client, without serializers. */
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>(clientOptions);
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return properties;
    }

    /** Properties of the serdes. */
    public Map<String, Object> registryProperties() {
        Map<String, Object> properties = new HashMap<>(registryOptions);
        properties.put(RegistryClients.URL, registry);
        return properties;
    }

    /** Serdes against this registry. */
    public EventSerdes serdes() {
        return new EventSerdes(registryProperties());
    }
}
