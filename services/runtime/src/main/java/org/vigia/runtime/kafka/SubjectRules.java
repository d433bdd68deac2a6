package org.vigia.runtime.kafka;

import org.vigia.schemas.registry.RegistryClient;
import org.vigia.schemas.registry.RegistryClients;
import org.vigia.schemas.topics.Topic;

/** What the registry must demand of every new schema version, whoever registers it. */
public final class SubjectRules {

    private static final String FULL_TRANSITIVE = "FULL_TRANSITIVE";

    private SubjectRules() {}

    /**
     * Demands FULL_TRANSITIVE of every subject of the catalogue: records of any age are read with any version.
     *
     * @throws org.vigia.schemas.registry.RegistryException if the registry refuses
     */
    public static void require(Cluster cluster) {
        RegistryClient registry = RegistryClients.from(cluster.registryProperties());
        for (Topic<?> topic : cluster.topics().all()) {
            registry.requireCompatibility(topic.valueSubject(), FULL_TRANSITIVE);
        }
    }
}
