package org.vigia.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topics;

/**
 * Freezes the topology. If this test fails, the change meets state that is deployed already:
 *
 * <ul>
 *   <li>A changed name of a store or of the repartition means a new internal topic: the state under the old name is not
 *       read any more. Reset the application (kafka-streams-application-reset) and replay the inputs, which are kept.
 *   <li>A step that moves between sub-topologies, or a sub-topology more or less, changes the task ids and with them the
 *       changelog partitions that a task restores: the same reset is due.
 *   <li>A changed name of another step changes metrics and this file only.
 * </ul>
 *
 * Where the change is meant, put the text that the failure shows into the file, and say in the commit whether a reset is
 * needed.
 */
class TrendsTopologyTest {

    @Test
    void theTopologyIsTheFrozenOne() throws IOException {
        String description = TrendsDriver.topology(
                        Topics.withPrefix("vigia."),
                        new EventSerdes(Map.of("schema.registry.url", "mock://topology")),
                        TrendsSettings.defaults(),
                        "vigia.trends")
                .describe()
                .toString();

        assertThat(description.strip()).isEqualTo(frozen().strip());
    }

    private static String frozen() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(TrendsTopologyTest.class.getResourceAsStream("trends-topology.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
