package org.vigia.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.vigia.events.Alert;
import org.vigia.events.Seizure;
import org.vigia.schemas.fixtures.Events;

/** Bytes that are to blame are refused as such, whatever they are. */
class PoisonTest {

    private final EventSerdes serdes = new EventSerdes(Map.of("schema.registry.url", "mock://" + UUID.randomUUID()));
    private final Serde<Seizure> serde = serdes.values(Seizure.class);
    private final byte[] good =
            serde.serializer().serialize("t", Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5"));

    @Test
    void bytesWithoutTheFramingAreRefused() {
        for (byte[] bytes : new byte[][] {
            {}, {0}, {0, 0, 0, 1}, {1, 0, 0, 0, 1, 2}, "{\"json\":true}".getBytes(StandardCharsets.UTF_8)
        }) {
            refused(bytes, "Confluent's wire format");
        }
    }

    @Test
    void anUnknownSchemaIsRefused() {
        refused(ByteBuffer.allocate(6).put((byte) 0).putInt(4_711).array(), "id 4711");
    }

    @Test
    void everyTruncationIsRefused() {
        for (int length = 0; length < good.length; length++) {
            refused(Arrays.copyOf(good, length), "t");
        }
    }

    @Test
    void bytesAfterTheRecordAreRefused() {
        refused(Arrays.copyOf(good, good.length + 1), "goes on after the end");
    }

    @Test
    void arbitraryBytesAreReadOrRefusedAndNothingElse() {
        int refused = 0;
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = good.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                bytes[5 + random.nextInt(bytes.length - 5)] = (byte) random.nextInt();
            }
            try {
                serde.deserializer().deserialize("t", bytes);
            } catch (SerializationException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(2_500);
    }

    @Test
    void aLengthFromHellDoesNotFillTheHeap() {
        // A string said to have 2^31 - 2 bytes.
        refused(new byte[] {0, 0, 0, 0, 1, -4, -1, -1, -1, 15, 1, 2, 3}, "does not fit");
    }

    @Test
    void aRecordOfAnotherTypeIsRefused() {
        byte[] alert =
                serdes.values(Alert.class).serializer().serialize("t", new RandomRecords(1).specific(Alert.class));
        refused(alert, "does not fit");
    }

    @Test
    void aFailedWriteLeavesNothingBehind() {
        Seizure incomplete = Events.seizure("s-2", "2024-03-05", "fentanyl", "1");
        incomplete.getItems().getFirst().setSubstance(null);
        assertThatThrownBy(() -> serde.serializer().serialize("t", incomplete))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("org.vigia.events.Seizure")
                .hasMessageContaining("topic t");
        assertThat(serde.serializer().serialize("t", Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5")))
                .isEqualTo(good);
    }

    private void refused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> serde.deserializer().deserialize("t", bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(reason);
    }
}
