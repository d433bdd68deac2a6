package org.vigia.producers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.publish.EventSink;
import org.vigia.producers.publish.RehearsalSink;
import org.vigia.producers.publish.TopicReader;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

/** Reads files without Kafka: what a load of them into topics that are empty would leave under each key. */
public final class OfflineReading implements AutoCloseable {

    private final Topics topics = Topics.withPrefix("");
    private final EventSerdes serdes;
    private final FeedLoader loader;
    private final Map<String, Map<String, byte[]>> latest = new TreeMap<>();

    /**
     * @param directory an empty directory for what a load puts aside; the caller deletes it
     * @param clock the time of the loads
     */
    public OfflineReading(Path directory, Clock clock) {
        Map<String, Object> properties = Map.of("schema.registry.url", "mock://offline-" + directory.getFileName());
        serdes = new EventSerdes(properties);
        LoadTime time = LoadTime.now(clock).get();
        loader = new FeedLoader(
                new LoadSettings(topics, properties, directory, () -> time), new Memory(), clock, System::nanoTime);
    }

    /**
     * Reads a file, or a directory if the feed reads one.
     *
     * @return the account of it
     * @throws IOException if it cannot be read to its end
     */
    public LedgerEntry read(Feed feed, Path path) throws IOException {
        return loader.load(feed, path, LoadProgress.none());
    }

    /** The last record of each key of a topic that the files read so far went to, in the order of the keys. */
    public <V extends SpecificRecord> Collection<V> latest(Function<Topics, Topic<V>> topic) {
        Topic<V> of = topic.apply(topics);
        Deserializer<V> deserializer = serdes.values(of).deserializer();
        return latest.getOrDefault(of.name(), Map.of()).values().stream()
                .map(value -> deserializer.deserialize(of.name(), value))
                .toList();
    }

    @Override
    public void close() {
        loader.close();
    }

    private final class Memory implements EventLog {

        @Override
        public EventSink sink(Feed feed) {
            return new MemorySink();
        }

        @Override
        public EventSink rehearsal() {
            return new RehearsalSink(serdes);
        }

        @Override
        public TopicReader reader(Topic<? extends SpecificRecord> topic) {
            return new EmptyTopic(topic.name());
        }
    }

    private final class MemorySink implements EventSink {

        private final RehearsalSink encoder = new RehearsalSink(serdes);

        @Override
        public void begin(Instant recordedAt) {}

        @Override
        public byte[] encode(Topic<?> topic, SpecificRecord value) throws IOException {
            return encoder.encode(topic, value);
        }

        @Override
        public byte[] frame(Topic<?> topic, SpecificRecord value, byte[] encoded) throws IOException {
            return encoder.frame(topic, value, encoded);
        }

        @Override
        public void send(Topic<?> topic, String key, byte[] value) {
            latest.computeIfAbsent(topic.name(), ignored -> new TreeMap<>()).put(key, value);
        }

        @Override
        public List<Written> commit() {
            return List.of();
        }

        @Override
        public void abort() {}

        @Override
        public void close() {
            encoder.close();
        }
    }

    private record EmptyTopic(String identity) implements TopicReader {

        @Override
        public void read(Map<Integer, Long> from, Batch batch) {}

        @Override
        public void close() {}
    }
}
