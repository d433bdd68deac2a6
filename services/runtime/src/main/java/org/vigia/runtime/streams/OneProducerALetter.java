package org.vigia.runtime.streams;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * Opens a producer for each letter and closes it again: Kafka Streams never tells a handler that it is done with it, and
 * unreadable reference records are rare.
 */
final class OneProducerALetter implements DeadLetterSender {

    private @Nullable StreamsConfig config;

    @Override
    public void configure(Map<String, ?> configs) {
        config = new StreamsConfig(configs);
    }

    @Override
    public void send(ProducerRecord<byte[], byte[]> letter) {
        StreamsConfig streams = config;
        if (streams == null) {
            throw new IllegalStateException("configure() was not called");
        }
        String clientId = streams.getString(StreamsConfig.APPLICATION_ID_CONFIG) + "-dead-letters";
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                streams.getProducerConfigs(clientId), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("The dead letter cannot be sent to " + letter.topic(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
