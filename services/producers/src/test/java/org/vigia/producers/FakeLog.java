package org.vigia.producers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectedRecord;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.publish.EventSink;
import org.vigia.producers.publish.RehearsalSink;
import org.vigia.producers.publish.TopicReader;
import org.vigia.schemas.serde.AvroSerializer;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

/** Topics in memory, with offsets, transactions and commit markers as Kafka has them, and failures on demand. */
final class FakeLog implements EventLog {

    /** What goes wrong. */
    enum Failure {
        NONE,
        /** A record is not taken. */
        ON_SEND,
        /** The process dies after Kafka has committed, before anything else. */
        AFTER_COMMIT
    }

    private record Stored(Topic<?> topic, String key, ByteBuffer value) {}

    private final Topics topics;
    private final EventSerdes serdes = new EventSerdes(Map.of("schema.registry.url", "mock://producers"));
    private final Map<String, Map<Integer, TreeMap<Long, Stored>>> committed = new HashMap<>();
    private final Map<String, Serde<SpecificRecord>> byTopic = new ConcurrentHashMap<>();
    private final Map<String, Long> ends = new HashMap<>();
    private final Map<String, Integer> generations = new HashMap<>();
    private Failure failure = Failure.NONE;
    private long failAfter;
    long recordsRead;
    int commits;
    /** Events that the first transaction brought. */
    int sizeOfFirstCommit = -1;

    FakeLog(Topics topics) {
        this.topics = topics;
    }

    void fail(Failure how, long afterRecords) {
        failure = how;
        failAfter = afterRecords;
    }

    /** Deletes the topic and makes it again. */
    void recreate(Topic<?> topic) {
        generations.merge(topic.name(), 1, Integer::sum);
        committed.remove(topic.name());
        ends.keySet().removeIf(key -> key.startsWith(topic.name() + "-"));
    }

    /** All records of a topic: by partition, then in order. */
    synchronized <V extends SpecificRecord> List<V> records(Topic<V> topic) {
        List<V> records = new ArrayList<>();
        committed
                .getOrDefault(topic.name(), Map.of())
                .values()
                .forEach(partition -> partition
                        .values()
                        .forEach(stored -> records.add(topic.type().cast(decode(stored)))));
        return records;
    }

    /** The last record of each key. */
    synchronized <V extends SpecificRecord> Map<String, V> latest(Topic<V> topic) {
        Map<String, V> latest = new TreeMap<>();
        committed
                .getOrDefault(topic.name(), Map.of())
                .values()
                .forEach(partition -> partition
                        .values()
                        .forEach(stored -> latest.put(stored.key(), topic.type().cast(decode(stored)))));
        return latest;
    }

    /** The last record of a key, which must be there. */
    <V extends SpecificRecord> V latest(Topic<V> topic, String key) {
        return Objects.requireNonNull(latest(topic).get(key), key);
    }

    List<RejectedRecord> rejected() {
        return records(topics.rejected);
    }

    List<LedgerEntry> ledger() {
        return records(topics.feedLedger);
    }

    @SuppressWarnings("unchecked") // A topic is only given records of its type.
    private Serde<SpecificRecord> serde(Topic<?> topic) {
        return byTopic.computeIfAbsent(topic.name(), ignored -> (Serde<SpecificRecord>) serdes.values(topic));
    }

    private SpecificRecord decode(Stored stored) {
        return serde(stored.topic())
                .deserializer()
                .deserialize(stored.topic().name(), stored.value().array());
    }

    @Override
    public EventSink sink(Feed feed) {
        return new Sink();
    }

    @Override
    public EventSink rehearsal() {
        return new RehearsalSink(serdes);
    }

    @Override
    public TopicReader reader(Topic<? extends SpecificRecord> topic) {
        return new Reader(topic);
    }

    private static int partition(Topic<?> topic, String key) {
        return Math.floorMod(key.hashCode(), topic.partitions());
    }

    private final class Sink implements EventSink {

        private @Nullable List<Stored> open;

        @Override
        public void begin(Instant recordedAt) {
            open = new ArrayList<>();
        }

        @Override
        public byte[] encode(Topic<?> topic, SpecificRecord value) {
            return serde(topic).serializer().serialize(topic.name(), value);
        }

        @Override
        public byte[] frame(Topic<?> topic, SpecificRecord value, byte[] encoded) {
            return ((AvroSerializer<SpecificRecord>) serde(topic).serializer()).frame(topic.name(), value, encoded);
        }

        @Override
        public void send(Topic<?> topic, String key, byte[] value) throws IOException {
            List<Stored> transaction = Objects.requireNonNull(open, "no transaction");
            if (failure == Failure.ON_SEND && failAfter-- == 0) {
                failure = Failure.NONE;
                throw new IOException("the broker is gone");
            }
            transaction.add(new Stored(topic, key, ByteBuffer.wrap(value)));
        }

        @Override
        public List<Written> commit() throws IOException {
            synchronized (FakeLog.this) {
                return committed();
            }
        }

        private List<Written> committed() throws IOException {
            Map<String, Written> written = new TreeMap<>();
            if (commits == 0) {
                sizeOfFirstCommit =
                        Objects.requireNonNull(open, "no transaction").size();
            }
            for (Stored stored : Objects.requireNonNull(open, "no transaction")) {
                String name = stored.topic().name();
                int partition = partition(stored.topic(), stored.key());
                long offset = append(name, partition, stored);
                written.merge(
                        name + "-" + partition,
                        new Written(name, partition, offset, offset, 1),
                        (sum, one) -> new Written(name, partition, sum.first(), offset, sum.count() + 1));
            }
            // The commit marker takes an offset, and holds nothing.
            written.values().forEach(part -> ends.merge(part.topic() + "-" + part.partition(), 1L, Long::sum));
            open = null;
            commits++;
            if (failure == Failure.AFTER_COMMIT) {
                failure = Failure.NONE;
                throw new IOException("the process died");
            }
            return List.copyOf(written.values());
        }

        private long append(String topic, int partition, Stored stored) {
            long offset = ends.merge(topic + "-" + partition, 1L, Long::sum) - 1;
            committed
                    .computeIfAbsent(topic, ignored -> new TreeMap<>())
                    .computeIfAbsent(partition, ignored -> new TreeMap<>())
                    .put(offset, stored);
            return offset;
        }

        @Override
        public void abort() {
            open = null;
        }

        @Override
        public void close() {
            open = null;
        }
    }

    private final class Reader implements TopicReader {

        private final Topic<?> topic;

        Reader(Topic<?> topic) {
            this.topic = topic;
        }

        @Override
        public String identity() {
            return topic.name() + "#" + generations.getOrDefault(topic.name(), 0);
        }

        @Override
        public void read(Map<Integer, Long> from, Batch batch) throws IOException {
            synchronized (FakeLog.this) {
                readAll(from, batch);
            }
        }

        private void readAll(Map<Integer, Long> from, Batch batch) throws IOException {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                List<Published> records = new ArrayList<>();
                committed
                        .getOrDefault(topic.name(), Map.of())
                        .getOrDefault(partition, new TreeMap<>())
                        .tailMap(from.getOrDefault(partition, 0L))
                        .values()
                        .forEach(stored -> records.add(new Published(stored.key(), decode(stored))));
                recordsRead += topic.equals(topics.feedLedger) ? 0 : records.size();
                batch.accept(records, Map.of(partition, ends.getOrDefault(topic.name() + "-" + partition, 0L)));
            }
        }

        @Override
        public void close() {}
    }
}
