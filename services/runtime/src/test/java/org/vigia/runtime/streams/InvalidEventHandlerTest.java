package org.vigia.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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

class InvalidEventHandlerTest {

    @Test
    void anEventThatCannotBeTrueGoesToTheDeadLettersAsItWasReceived() {
        try (TopologyTestDriver driver = driver()) {
            send(driver, "invalid");
            send(driver, "good");

            List<TestRecord<byte[], byte[]>> dead = driver.createOutputTopic(
                            "dead-letters", new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList();
            assertThat(dead).singleElement().satisfies(letter -> {
                assertThat(letter.key()).isEqualTo(bytes("key"));
                assertThat(letter.value()).isEqualTo(bytes("invalid"));
                assertThat(letter.headers()
                                .lastHeader("__streams.errors.message")
                                .value())
                        .isEqualTo(bytes("cannot be true"));
            });
            assertThat(driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer())
                            .readValuesToList())
                    .containsExactly("good, measured");
        }
    }

    @Test
    void aBugStopsTheApplication() {
        try (TopologyTestDriver driver = driver()) {
            assertThatThrownBy(() -> send(driver, "bug")).hasRootCauseInstanceOf(ArithmeticException.class);
        }
    }

    private static TopologyTestDriver driver() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                .mapValues(InvalidEventHandlerTest::measured)
                .to("out", Produced.with(Serdes.String(), Serdes.String()));
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, InvalidEventHandler.class.getName());
        properties.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, "dead-letters");
        return new TopologyTestDriver(builder.build(), properties);
    }

    private static String measured(String value) {
        return switch (value) {
            case "invalid" -> throw new InvalidEventException("cannot be true");
            case "bug" -> throw new ArithmeticException("overflow");
            default -> value + ", measured";
        };
    }

    private static void send(TopologyTestDriver driver, String value) {
        driver.createInputTopic("in", new StringSerializer(), new StringSerializer())
                .pipeInput("key", value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
