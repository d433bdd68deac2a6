package org.vigia.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.vigia.events.AuditEntry;
import org.vigia.events.AuditOutcome;

/** Calls in the audit topic: nobody waits for them, and none is lost unseen. */
class AuditTopicTest {

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void closingSendsWhatWaitsByCallerInTheOrderOfTheCalls() {
        AuditTopic topic = new AuditTopic("audit", kafka, this::bytes, 100);
        for (int i = 0; i < 50; i++) {
            topic.add(entry("key:a", 200 + i));
        }
        topic.close();

        assertThat(kafka.history())
                .extracting(record -> new String(record.key(), StandardCharsets.UTF_8) + " " + record.value()[0])
                .hasSize(50)
                .startsWith("key:a " + (byte) 200, "key:a " + (byte) 201);
        assertThat(topic.lost()).isZero();
    }

    @Test
    void whileKafkaHangsCallersGoOnAndWhatCannotWaitIsCounted() {
        CountDownLatch hangs = new CountDownLatch(1);
        Serializer<AuditEntry> waits = (topic, entry) -> {
            try {
                hangs.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return bytes(topic, entry);
        };
        AuditTopic topic = new AuditTopic("audit", kafka, waits, 10);
        for (int i = 0; i < 100; i++) {
            topic.add(entry("key:a", 200));
        }
        long lost = topic.lost();
        hangs.countDown();
        topic.close();

        assertThat(lost).isBetween(89L, 90L);
        assertThat(kafka.history()).hasSize(100 - (int) lost);
    }

    @Test
    void whatKafkaDoesNotTakeIsCountedAndKeepsNobodyElse() {
        kafka.sendException = new TimeoutException("no broker");
        AuditTopic topic = new AuditTopic("audit", kafka, this::bytes, 10);
        topic.add(entry("key:a", 200));
        topic.close();

        assertThat(topic.lost()).isOne();
        topic.add(entry("key:a", 200));
        assertThat(topic.lost()).isEqualTo(2);
    }

    private byte[] bytes(String topic, AuditEntry entry) {
        return new byte[] {(byte) entry.getStatus()};
    }

    private static AuditEntry entry(String caller, int status) {
        return new AuditEntry(
                caller,
                Instant.EPOCH,
                "::1",
                "POST",
                "/v1/x",
                null,
                AuditOutcome.ACCEPTED,
                status,
                null,
                null,
                Map.of());
    }
}
