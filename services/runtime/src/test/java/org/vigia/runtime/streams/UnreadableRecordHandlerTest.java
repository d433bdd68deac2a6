package org.vigia.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.vigia.schemas.registry.RegistryException;
import org.vigia.schemas.registry.RegistryUnavailableException;

class UnreadableRecordHandlerTest {

    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    @Test
    void bytesThatCannotBeReadGoToTheDeadLettersAndTheNextRecordIsProcessed() {
        try (TopologyTestDriver driver = driver()) {
            failure.set(new SerializationException("garbage"));
            send(driver, "bad");
            failure.set(null);
            send(driver, "good");

            TestRecord<byte[], byte[]> dead = driver.createOutputTopic(
                            "dead-letters", new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecord();
            assertThat(dead.value()).isEqualTo("bad".getBytes(StandardCharsets.UTF_8));
            assertThat(dead.headers().lastHeader("__streams.errors.topic").value())
                    .isEqualTo("in".getBytes(StandardCharsets.UTF_8));
            assertThat(driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer())
                            .readValuesToList())
                    .containsExactly("good");
        }
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNotTheRecordsFault() {
        try (TopologyTestDriver driver = driver()) {
            failure.set(new RegistryUnavailableException("no answer", new java.io.IOException("refused")));

            assertThatThrownBy(() -> send(driver, "good")).hasRootCauseMessage("refused");

            assertThat(driver.createOutputTopic(
                                    "dead-letters", new ByteArrayDeserializer(), new ByteArrayDeserializer())
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void bytesThatNameASchemaNobodyHasAreTheRecordsFault() {
        try (TopologyTestDriver driver = driver()) {
            failure.set(new SerializationException("no such schema", new RegistryException(40403, "Schema not found")));
            send(driver, "bad");

            assertThat(driver.createOutputTopic(
                                    "dead-letters", new ByteArrayDeserializer(), new ByteArrayDeserializer())
                            .readRecord()
                            .value())
                    .isEqualTo("bad".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aRegistryThatRefusesUsIsNotTheRecordsFault() {
        try (TopologyTestDriver driver = driver()) {
            failure.set(new RegistryException(40101, "Unauthorized"));

            assertThatThrownBy(() -> send(driver, "good")).hasRootCauseInstanceOf(RegistryException.class);
        }
    }

    private TopologyTestDriver driver() {
        StreamsBuilder builder = new StreamsBuilder();
        Deserializer<String> reader = (topic, bytes) -> {
            RuntimeException e = failure.get();
            if (e != null) {
                throw e;
            }
            return new String(bytes, StandardCharsets.UTF_8);
        };
        Serde<String> values = Serdes.serdeFrom(new StringSerializer(), reader);
        builder.stream("in", Consumed.with(Serdes.String(), values))
                .to("out", Produced.with(Serdes.String(), Serdes.String()));
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        properties.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecordHandler.class.getName());
        properties.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, "dead-letters");
        return new TopologyTestDriver(builder.build(), properties);
    }

    private static void send(TopologyTestDriver driver, String value) {
        driver.createInputTopic("in", new StringSerializer(), new ByteArraySerializer())
                .pipeInput("key", value.getBytes(StandardCharsets.UTF_8));
    }
}
