package org.vigia.runtime.streams;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.schemas.time.EventTime;

/** The properties every Streams application runs with. */
public final class StreamsProperties {

    private StreamsProperties() {}

    /** Id of the consumer group and beginning of every internal topic of an application. */
    public static String applicationId(Cluster cluster, String name) {
        return cluster.topics().prefix() + name;
    }

    /** Properties for one application. */
    public static Properties of(Cluster cluster, StreamsSettings settings, String name) {
        Properties p = new Properties();
        p.putAll(cluster.clientProperties());
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(cluster, name));
        p.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitIntervalMs());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        p.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, settings.groupProtocol());
        p.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        p.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, EventTime.class);
        p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        p.put(
                StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
                settings.stores() == StoreKind.MEMORY
                        ? BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class
                        : BuiltInDslStoreSuppliers.RocksDBDslStoreSuppliers.class);

        p.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecordHandler.class);
        p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, InvalidEventHandler.class);
        p.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                cluster.topics().deadLetters());

        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2000);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 131_072);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // Internal topics hold claims of any age, so the broker must not judge their timestamps.
        p.put(
                StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG),
                Long.toString(Long.MAX_VALUE));
        // A segment is closed when a timestamp lies this far past its first, which claims of any age would do all the
        // time.
        p.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_MS_CONFIG), Long.toString(Long.MAX_VALUE));
        if (settings.groupProtocol().equals("classic")) {
            // A killed instance is missed after ten seconds instead of 45.
            p.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        }
        return p;
    }
}
