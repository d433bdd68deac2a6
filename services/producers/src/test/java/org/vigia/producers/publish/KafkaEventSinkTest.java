package org.vigia.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.vigia.schemas.fixtures.Events;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topics;

class KafkaEventSinkTest {

    private final Topics topics = Topics.withPrefix("t.");
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void writesInTransactionsAndStampsTheTimeOfRecording() throws IOException {
        try (KafkaEventSink sink = sink()) {
            // when
            sink.begin(Events.RECORDED_AT);
            sink.send(topics.seizures, "s-1", value(sink, "s-1"));
            sink.send(topics.seizures, "s-2", value(sink, "s-2"));
            assertThat(producer.history()).isEmpty();
            var written = sink.commit();

            // then
            assertThat(written).singleElement().satisfies(part -> {
                assertThat(part.topic()).isEqualTo("t.seizures");
                assertThat(part.count()).isEqualTo(2);
                assertThat(part.last() - part.first()).isEqualTo(1);
            });
            ProducerRecord<byte[], byte[]> first = producer.history().getFirst();
            assertThat(first.timestamp()).isEqualTo(Events.RECORDED_AT.toEpochMilli());
            assertThat(new String(first.key(), StandardCharsets.UTF_8)).isEqualTo("s-1");
        }
    }

    @Test
    void takesBackAnAbortedTransaction() throws IOException {
        try (KafkaEventSink sink = sink()) {
            sink.begin(Events.RECORDED_AT);
            sink.send(topics.seizures, "s-1", value(sink, "s-1"));

            sink.abort();
            sink.begin(Events.RECORDED_AT);
            var written = sink.commit();

            assertThat(written).isEmpty();
            assertThat(producer.history()).isEmpty();
        }
    }

    @Test
    void saysClearlyThatAnotherProcessTookOver() throws IOException {
        try (KafkaEventSink sink = sink()) {
            sink.begin(Events.RECORDED_AT);
            producer.commitTransactionException = new ProducerFencedException("fenced");

            assertThatThrownBy(sink::commit)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Another process has begun to load feed cbp-amo");
        }
    }

    @Test
    void doesNotBlameAnotherProcessForATransactionThatTookTooLong() throws IOException {
        try (KafkaEventSink sink = sink()) {
            sink.begin(Events.RECORDED_AT);
            producer.commitTransactionException = new InvalidProducerEpochException("epoch");
            assertThatThrownBy(sink::commit).hasMessageContaining("longer than transaction.timeout.ms");
        }
    }

    @Test
    void saysThatKafkaDidNotAnswer() throws IOException {
        try (KafkaEventSink sink = sink()) {
            sink.begin(Events.RECORDED_AT);
            producer.commitTransactionException = new TimeoutException("60000 ms");
            assertThatThrownBy(sink::commit)
                    .hasMessageContaining("did not answer in time")
                    .hasMessageContaining("60000");
        }
    }

    @Test
    void letsNoOverrideTouchTheGuarantees() {
        Map<String, Object> configuration = KafkaEventSink.configuration(
                Map.of("acks", "1", "enable.idempotence", false, "transactional.id", "x", "linger.ms", 5),
                "vigia.feed");

        assertThat(configuration)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("transactional.id", "vigia.feed")
                .containsEntry("compression.type", "lz4")
                .containsEntry("batch.size", 131_072)
                .containsEntry("linger.ms", 5);
    }

    private KafkaEventSink sink() throws IOException {
        EventSerdes serdes = new EventSerdes(Map.of("schema.registry.url", "mock://sink"));
        return new KafkaEventSink(producer, serdes, "cbp-amo");
    }

    private byte[] value(KafkaEventSink sink, String id) throws IOException {
        return sink.encode(topics.seizures, Events.seizure(id, "2024-03-05", "fentanyl", "1"));
    }
}
