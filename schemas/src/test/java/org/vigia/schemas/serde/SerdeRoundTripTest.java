package org.vigia.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigia.events.Seizure;
import org.vigia.schemas.fixtures.Events;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

class SerdeRoundTripTest {

    private static final int RECORDS = 200;

    private final Map<String, Object> configuration = Map.of("schema.registry.url", "mock://" + UUID.randomUUID());
    private final EventSerdes serdes = new EventSerdes(configuration);

    static List<Topic<?>> topics() {
        return Topics.withPrefix("test.").all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void whatIsWrittenIsRead(Topic<? extends SpecificRecord> topic) {
        roundTrip(topic);
    }

    private <V extends SpecificRecord> void roundTrip(Topic<V> topic) {
        Serde<V> serde = serdes.values(topic);
        for (long seed = 0; seed < RECORDS; seed++) {
            V record = new RandomRecords(seed).specific(topic.type());
            byte[] bytes = serde.serializer().serialize(topic.name(), record);
            assertThat(serde.deserializer().deserialize(topic.name(), bytes))
                    .as("seed %d", seed)
                    .isEqualTo(record)
                    .isInstanceOf(topic.type());
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void genericRecordsHaveTheSameBytesAsGeneratedOnes(Topic<? extends SpecificRecord> topic) {
        AvroSerde<GenericRecord> generic = new AvroSerde<>();
        generic.configure(configuration, false);
        for (long seed = 0; seed < RECORDS; seed++) {
            GenericRecord record =
                    new RandomRecords(seed).generic(SpecificData.get().getSchema(topic.type()));
            byte[] bytes = generic.serializer().serialize(topic.name(), record);
            GenericRecord read = generic.deserializer().deserialize(topic.name(), bytes);
            assertThat(generic.serializer().serialize(topic.name(), read))
                    .as("seed %d", seed)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void bytesAreAZeroTheIdAndAvro() {
        byte[] bytes = serdes.values(Seizure.class)
                .serializer()
                .serialize("t", Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5"));
        assertThat(bytes).startsWith(0, 0, 0, 0, 1);
    }

    @Test
    void nothingIsNothing() {
        Serde<Seizure> serde = serdes.values(Seizure.class);
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void oneSerdeServesManyThreads() throws Exception {
        Serde<Seizure> serde = serdes.values(Seizure.class);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            long firstSeed = 1_000L * thread;
            tasks.add(() -> {
                for (long seed = firstSeed; seed < firstSeed + RECORDS; seed++) {
                    Seizure seizure = new RandomRecords(seed).specific(Seizure.class);
                    byte[] bytes = serde.serializer().serialize("t", seizure);
                    if (!seizure.equals(serde.deserializer().deserialize("t", bytes))) {
                        return false;
                    }
                }
                return true;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            for (Future<Boolean> same : threads.invokeAll(tasks)) {
                assertThat(same.get()).isTrue();
            }
        }
    }
}
