package org.vigia.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Response;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Result;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What TopologyTestDriver cannot show, because it gives a global store a producer that Kafka Streams has not. */
class GlobalDeadLettersTest {

    private static final TaskId GLOBAL = new TaskId(-1, -1);

    private final FakeSender sender = new FakeSender();
    private final UnreadableRecordHandler handler = new UnreadableRecordHandler(sender);

    GlobalDeadLettersTest() {
        handler.configure(Map.of(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, "dead-letters"));
    }

    @Test
    void theLetterOfAGlobalStoreIsSentHereAndNotLeftToKafkaStreams() {
        Response response = handle(GLOBAL);

        assertThat(response.result()).isEqualTo(Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
        assertThat(sender.letters).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo("dead-letters");
            assertThat(letter.key()).isEqualTo(bytes("key"));
            assertThat(letter.value()).isEqualTo(bytes("poison"));
            assertThat(letter.headers().lastHeader("__streams.errors.offset").value())
                    .isEqualTo(bytes("42"));
        });
    }

    @Test
    void theLetterOfAnyOtherTaskIsLeftToKafkaStreamsAndItsTransaction() {
        assertThat(handle(new TaskId(0, 0)).deadLetterQueueRecords()).hasSize(1);
        assertThat(sender.letters).isEmpty();
    }

    @Test
    void aLetterThatCannotBeSentStopsTheApplication() {
        sender.failure = new KafkaException("no broker");

        assertThatThrownBy(() -> handle(GLOBAL)).hasMessage("no broker");
    }

    private Response handle(TaskId task) {
        byte[] key = bytes("key");
        byte[] value = bytes("poison");
        return handler.handleError(
                new DefaultErrorHandlerContext(
                        null, "watch-list", 0, 42, new RecordHeaders(), "source", task, 0, key, value),
                new ConsumerRecord<>("watch-list", 0, 42, key, value),
                new SerializationException("garbage"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class FakeSender implements DeadLetterSender {

        private final List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>();
        private @Nullable RuntimeException failure;

        @Override
        public void configure(Map<String, ?> configs) {}

        @Override
        public void send(ProducerRecord<byte[], byte[]> letter) {
            if (failure != null) {
                throw failure;
            }
            letters.add(letter);
        }
    }
}
