package org.vigia.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.vigia.events.Seizure;
import org.vigia.schemas.fixtures.Events;
import org.vigia.schemas.registry.RegistryUnavailableException;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.standalone.broker.SharedBroker;

/** Our serde over HTTP, while the registry is there, away, and back. */
class SerdeOutageTest {

    private final String topic = "outage-" + UUID.randomUUID();
    private final Seizure seizure = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");

    @Test
    void anOutagePassesAndTheRecordIsRead() {
        byte[] bytes = patient(SharedRegistry.url()).serializer().serialize(topic, seizure);

        EmbeddedRegistry registry = EmbeddedRegistry.start(SharedBroker.bootstrapServers(), 0);
        String url = registry.url();
        Serde<Seizure> serde = serde(url);
        registry.close();

        assertThatThrownBy(() -> serde.deserializer().deserialize(topic, bytes))
                .isExactlyInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(url);
        assertThatThrownBy(() -> serde.serializer().serialize(topic, seizure))
                .isExactlyInstanceOf(RegistryUnavailableException.class);

        try (EmbeddedRegistry back = EmbeddedRegistry.start(
                SharedBroker.bootstrapServers(), URI.create(url).getPort())) {
            assertThat(back.url()).isEqualTo(url);
            assertThat(patient(url).deserializer().deserialize(topic, bytes)).isEqualTo(seizure);
        }
    }

    private static Serde<Seizure> serde(String url) {
        return new EventSerdes(Map.of("schema.registry.url", url, "vigia.registry.total.timeout.ms", "500"))
                .values(Seizure.class);
    }

    private static Serde<Seizure> patient(String url) {
        return new EventSerdes(Map.of("schema.registry.url", url)).values(Seizure.class);
    }
}
