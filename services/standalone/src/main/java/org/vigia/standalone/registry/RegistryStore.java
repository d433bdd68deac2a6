package org.vigia.standalone.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state and the one way to change it: append a record to the topic, and wait until it has been read back. Writers
 * come one after another.
 */
final class RegistryStore implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RegistryStore.class);
    private static final Duration READ_BACK_LIMIT = Duration.ofSeconds(20);
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private final RegistryState state = new RegistryState();
    private final ReadProgress progress = new ReadProgress();
    private final ReentrantLock writers = new ReentrantLock();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;

    private RegistryStore(Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> consumer) {
        this.producer = producer;
        this.consumer = consumer;
    }

    /** Reads the topic to its end and returns. */
    static RegistryStore open(String bootstrapServers) {
        SchemasTopic.ensure(bootstrapServers);
        Map<String, Object> consumerConfig = Map.of(
                "bootstrap.servers", bootstrapServers, "enable.auto.commit", false, "auto.offset.reset", "earliest");
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(consumerConfig, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        long end = assignAndFindEnd(consumer);
        Map<String, Object> producerConfig = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                15_000);
        RegistryStore store = new RegistryStore(
                new KafkaProducer<>(producerConfig, new ByteArraySerializer(), new ByteArraySerializer()), consumer);
        Thread.ofPlatform().daemon().name("registry-reader").start(store::read);
        try {
            store.progress.await(end, START_LIMIT);
        } catch (RegistryError e) {
            store.close();
            throw new RegistryStartException(
                    "The registry cannot read " + SchemasTopic.PARTITION.topic() + ": " + e.getMessage(), e);
        }
        return store;
    }

    private static long assignAndFindEnd(Consumer<byte[], byte[]> consumer) {
        try {
            consumer.assign(List.of(SchemasTopic.PARTITION));
            return consumer.endOffsets(List.of(SchemasTopic.PARTITION)).getOrDefault(SchemasTopic.PARTITION, 0L);
        } catch (KafkaException e) {
            consumer.close();
            throw new RegistryStartException(
                    "The registry cannot read " + SchemasTopic.PARTITION.topic() + ": " + e.getMessage(), e);
        }
    }

    RegistryState state() {
        return state;
    }

    /** Runs an operation that reads the state and appends to it, with no other writer in between. */
    <T> T exclusively(Supplier<T> operation) {
        writers.lock();
        try {
            return operation.get();
        } finally {
            writers.unlock();
        }
    }

    /**
     * Appends a record; on return the state has it.
     *
     * @throws RegistryError if Kafka does not take it (50001) or it is not read back in time (50002)
     */
    void append(StoreRecord record) {
        if (!writers.isHeldByCurrentThread()) {
            throw new IllegalStateException("append() outside exclusively()");
        }
        progress.requireReading();
        try {
            long offset = producer.send(new ProducerRecord<>(
                            SchemasTopic.PARTITION.topic(), 0, StoreCodec.key(record), StoreCodec.value(record)))
                    .get()
                    .offset();
            progress.await(offset + 1, READ_BACK_LIMIT);
        } catch (ExecutionException e) {
            throw RegistryError.store("Kafka did not take the record: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RegistryError.store("The registry is stopping");
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(5));
    }

    private void read() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    state.apply(decode(record));
                }
                progress.reached(consumer.position(SchemasTopic.PARTITION));
            }
        } catch (WakeupException closing) {
            progress.ended("the registry is stopping");
        } catch (IOException | RuntimeException e) {
            // Going on without a record would hand out ids that it may hold: refuse everything instead.
            log.error("The registry's state can no longer be trusted; restart it once the cause is mended", e);
            progress.ended(e.toString());
        } finally {
            stopped.countDown();
        }
    }

    private static StoreRecord decode(ConsumerRecord<byte[], byte[]> record) throws IOException {
        try {
            return StoreCodec.read(record.key(), record.value());
        } catch (IOException e) {
            throw new IOException("Record " + record.offset() + " of " + record.topic() + ": " + e.getMessage(), e);
        }
    }
}
