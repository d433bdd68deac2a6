package org.vigia.producers.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topic;

/** An idempotent, transactional Kafka producer. One feed has one at a time: a second one fences the first off. */
public final class KafkaEventSink implements EventSink {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaEventSink.class);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Producer<byte[], byte[]> producer;
    private final RecordEncoder encoder;
    private final String feed;
    private final Acknowledged acknowledged = new Acknowledged();
    private long timestamp;

    /**
     * Takes over the feed from any earlier producer of it.
     *
     * @param feed name of the feed, for messages
     */
    KafkaEventSink(Producer<byte[], byte[]> producer, EventSerdes serdes, String feed) throws IOException {
        this.producer = producer;
        encoder = new RecordEncoder(serdes);
        this.feed = feed;
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw failed(e);
        }
    }

    /**
     * A sink for a feed.
     *
     * @param properties bootstrap, registry and overrides
     */
    public static KafkaEventSink open(Map<String, Object> properties, String transactionalId, String feed)
            throws IOException {
        try {
            Producer<byte[], byte[]> producer = new KafkaProducer<>(
                    configuration(properties, transactionalId), new ByteArraySerializer(), new ByteArraySerializer());
            return new KafkaEventSink(producer, new EventSerdes(properties), feed);
        } catch (KafkaException e) {
            throw new IOException("Cannot start the producer of feed " + feed + ": " + e.getMessage(), e);
        }
    }

    static Map<String, Object> configuration(Map<String, Object> properties, String transactionalId) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
        configuration.putAll(properties);
        // Without these nothing would be certain, so no override can change them.
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return configuration;
    }

    @Override
    public void begin(Instant recordedAt) throws IOException {
        timestamp = recordedAt.toEpochMilli();
        acknowledged.clear();
        try {
            producer.beginTransaction();
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    @Override
    public byte[] encode(Topic<?> topic, SpecificRecord value) throws IOException {
        return encoder.encode(topic, value);
    }

    @Override
    public byte[] frame(Topic<?> topic, SpecificRecord value, byte[] encoded) throws IOException {
        return encoder.frame(topic, value, encoded);
    }

    @Override
    public void send(Topic<?> topic, String key, byte[] value) throws IOException {
        try {
            Future<RecordMetadata> unused = producer.send(
                    new ProducerRecord<>(topic.name(), null, timestamp, key.getBytes(StandardCharsets.UTF_8), value),
                    acknowledged);
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    @Override
    public List<Written> commit() throws IOException {
        try {
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw failed(e);
        }
        return acknowledged.written();
    }

    @Override
    public void abort() {
        try {
            producer.abortTransaction();
        } catch (KafkaException | IllegalStateException e) {
            LOG.debug("The transaction of feed {} ends by its timeout", feed, e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE);
        encoder.close();
    }

    private IOException failed(KafkaException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidProducerEpochException) {
                return new FeedTakenOverException(
                        "Kafka gave up the transaction of feed " + feed + ": it was open for longer than"
                                + " transaction.timeout.ms, or another process began to load the feed. If this machine"
                                + " was suspended or very slow, load the file again; otherwise load a feed from one"
                                + " place at a time.",
                        e);
            }
            if (cause instanceof TimeoutException) {
                return new IOException(
                        "Kafka did not answer in time while feed " + feed + " was loaded: " + cause.getMessage()
                                + ". Check that the brokers can be reached, then load the file again.",
                        e);
            }
            if (cause instanceof ProducerFencedException) {
                return new FeedTakenOverException(
                        "Another process has begun to load feed " + feed
                                + ", so this one stopped. Load a feed from one place at a time; running the file"
                                + " again is harmless.",
                        e);
            }
        }
        return new IOException("Kafka did not take the records of feed " + feed + ": " + e.getMessage(), e);
    }
}
