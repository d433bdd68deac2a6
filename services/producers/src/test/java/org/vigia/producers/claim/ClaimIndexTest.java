package org.vigia.producers.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimIndexTest {

    private static final Fingerprint EVENT = Fingerprint.of("event");
    private static final Fingerprint STATE = Fingerprint.of("state");

    @TempDir
    Path directory;

    @Test
    void keepsStatesAndOffsets() throws IOException {
        // given
        try (ClaimIndex index = new ClaimIndex(directory)) {
            index.belongTo("topic 1");
            index.put(Map.of(EVENT, Optional.of(STATE)), Map.of(0, 17L, 3, 5L));
        }

        // when
        try (ClaimIndex index = new ClaimIndex(directory)) {
            index.belongTo("topic 1");

            // then
            assertThat(index.get(EVENT)).isEqualTo(STATE);
            assertThat(index.get(STATE)).isNull();
            assertThat(index.offsets()).isEqualTo(Map.of(0, 17L, 3, 5L));
        }
    }

    @Test
    void forgetsAnEventOnDemand() throws IOException {
        try (ClaimIndex index = new ClaimIndex(directory)) {
            index.put(Map.of(EVENT, Optional.of(STATE)), Map.of());

            index.put(Map.of(EVENT, Optional.empty()), Map.of());

            assertThat(index.get(EVENT)).isNull();
        }
    }

    @Test
    void forgetsEverythingThatBelongsToAnotherTopic() throws IOException {
        try (ClaimIndex index = new ClaimIndex(directory)) {
            index.belongTo("topic 1");
            index.put(Map.of(EVENT, Optional.of(STATE)), Map.of(0, 17L));

            index.belongTo("topic 2");

            assertThat(index.get(EVENT)).isNull();
            assertThat(index.offsets()).isEmpty();
        }
    }

    @Test
    void saysSoIfAnotherHasItOpen() throws IOException {
        try (ClaimIndex index = new ClaimIndex(directory)) {
            assertThatThrownBy(() -> new ClaimIndex(directory).close())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by another process");
            assertThat(index.offsets()).isEmpty();
        }
    }
}
