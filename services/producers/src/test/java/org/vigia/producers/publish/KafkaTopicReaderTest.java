package org.vigia.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.vigia.events.Seizure;
import org.vigia.schemas.registry.RegistryException;

class KafkaTopicReaderTest {

    @Test
    void leavesOutARecordThatCannotBeRead() throws IOException {
        assertThat(read(new SerializationException("no Avro"))).isEmpty();
    }

    @Test
    void stopsIfTheRegistryRefusesToAnswer() {
        assertThatThrownBy(() -> read(new RegistryException(401, "log in first")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("t.seizures")
                .hasMessageContaining("log in first");
    }

    private static List<TopicReader.Published> read(RuntimeException failure) throws IOException {
        Deserializer<Seizure> failing = (topic, bytes) -> {
            throw failure;
        };
        var record = new ConsumerRecord<>("t.seizures", 0, 7, new byte[] {1}, new byte[] {2});
        TopicPartition partition = new TopicPartition("t.seizures", 0);
        return KafkaTopicReader.published(
                new ConsumerRecords<>(Map.of(partition, List.of(record)), Map.of()), "t.seizures", failing);
    }
}
