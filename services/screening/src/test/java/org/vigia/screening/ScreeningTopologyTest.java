package org.vigia.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topics;

/**
 * The topology as it is deployed. If this fails, the names of stores or nodes have changed: a deployed application
 * would start with an empty {@code sent-alerts} store, raise every alert of corrected shipments again as version 1 and
 * never withdraw what it raised before. Change the file only together with a way to carry that state over.
 */
class ScreeningTopologyTest {

    @Test
    void theTopologyIsTheOneThatIsDeployed() throws IOException {
        Topology topology = ScreeningDriver.topology(
                Topics.withPrefix("vigia."),
                new EventSerdes(Map.of("schema.registry.url", "mock://topology")),
                Clock.systemUTC());
        try (InputStream snapshot = ScreeningTopologyTest.class.getResourceAsStream("/screening-topology.txt")) {
            assertThat(topology.describe().toString())
                    .isEqualToNormalizingNewlines(
                            new String(Objects.requireNonNull(snapshot).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
