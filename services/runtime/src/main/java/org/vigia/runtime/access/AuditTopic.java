package org.vigia.runtime.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.events.AuditEntry;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.schemas.registry.RegistryException;

/**
 * Writes calls to the audit topic, by caller. A thread of its own sends them, so that no caller waits for Kafka; while Kafka
 * does not answer a bounded number waits, and what is beyond that is counted as lost. The log has a line of every call all
 * the same.
 */
public final class AuditTopic implements AuditTrail, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AuditTopic.class);

    private static final int MOST_WAITING = 10_000;
    private static final long LOOK_MILLIS = 200;
    private static final int TOLD_EVERY = 1_000;
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final String topic;
    private final Producer<byte[], byte[]> producer;
    private final Serializer<AuditEntry> serializer;
    private final BlockingQueue<AuditEntry> waiting;
    private final AtomicLong lost = new AtomicLong();
    private final Thread worker;
    private volatile boolean closed;

    AuditTopic(String topic, Producer<byte[], byte[]> producer, Serializer<AuditEntry> serializer, int most) {
        this.topic = topic;
        this.producer = producer;
        this.serializer = serializer;
        waiting = new ArrayBlockingQueue<>(most);
        worker = Thread.ofPlatform().daemon().name("audit").start(this::work);
    }

    /** Connects to a cluster; the topic must exist. */
    public static AuditTopic of(Cluster cluster) {
        Map<String, Object> properties = cluster.clientProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 100);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L << 20);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        return new AuditTopic(
                cluster.topics().audit.name(),
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()),
                cluster.serdes().values(cluster.topics().audit).serializer(),
                MOST_WAITING);
    }

    @Override
    public void add(AuditEntry entry) {
        if (closed || !waiting.offer(entry)) {
            lose("as many as may wait are waiting for Kafka", null);
        }
    }

    /** Calls that are not in the topic and never will be. */
    public long lost() {
        return lost.get();
    }

    private void work() {
        try {
            while (true) {
                AuditEntry entry = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (entry != null) {
                    send(entry);
                } else if (closed) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(AuditEntry entry) {
        try {
            Future<RecordMetadata> unused = producer.send(
                    new ProducerRecord<>(
                            topic,
                            null,
                            entry.getCalledAt().toEpochMilli(),
                            entry.getCaller().getBytes(StandardCharsets.UTF_8),
                            serializer.serialize(topic, entry)),
                    (metadata, error) -> {
                        if (error != null) {
                            lose("Kafka did not take it", error);
                        }
                    });
        } catch (KafkaException | RegistryException | IllegalStateException e) {
            lose("it could not be sent", e);
        }
    }

    private void lose(String why, @Nullable Exception e) {
        long sum = lost.incrementAndGet();
        if (sum % TOLD_EVERY == 1) {
            log.error("An entry of the audit is in the log only, because {} ({} in all so far)", why, sum, e);
        }
    }

    /** Sends what waits, for a few seconds at most. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!worker.join(CLOSE)) {
                worker.interrupt();
                worker.join(CLOSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lost.addAndGet(waiting.size());
        producer.close(CLOSE);
        serializer.close();
        if (lost() > 0) {
            log.error("{} entries of the audit are in the log only", lost());
        }
    }
}
