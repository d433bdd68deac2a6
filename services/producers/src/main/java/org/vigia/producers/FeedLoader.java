package org.vigia.producers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.ClaimIndex;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.publish.EventSink;
import org.vigia.producers.publish.KnownClaims;
import org.vigia.producers.publish.LoadedFiles;
import org.vigia.producers.publish.TopicReader;
import org.vigia.producers.table.FeedFile;
import org.vigia.schemas.topics.Topic;

/**
 * Loads partner files into Kafka, each row exactly once. One load runs at a time; one process may load a feed at a time,
 * and a later one shuts the earlier one out.
 *
 * <p>Loading the very same bytes again changes nothing, even after later corrections: a row of a known event is then
 * unchanged, and only rows of unknown events, such as once rejected ones, still land. So sending an old file again
 * cannot revert a correction; send the rows in a new file.
 */
public final class FeedLoader implements AutoCloseable {

    private final LoadSettings settings;
    private final EventLog log;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final LoadedFiles loaded = new LoadedFiles();
    private final Map<String, EventSink> sinks = new HashMap<>();
    private final Map<String, TopicReader> readers = new HashMap<>();
    private final Map<String, KnownClaims> known = new HashMap<>();

    public FeedLoader(LoadSettings settings) {
        this(settings, EventLog.kafka(settings), Clock.systemUTC(), System::nanoTime);
    }

    FeedLoader(LoadSettings settings, EventLog log, Clock clock, LongSupplier nanoTime) {
        this.settings = settings;
        this.log = log;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * Loads a file. Blocks until its last transaction is committed. After a failure the file can be loaded again: what
     * was committed is then unchanged. What a failed load committed has a ledger entry that is marked incomplete, as far
     * as Kafka still takes one.
     *
     * @return the account of the load, as it stands in the ledger topic
     * @throws java.nio.file.NoSuchFileException if the file is missing; nothing was written then
     * @throws IOException if it cannot be read, or if Kafka or the registry fails; the message says what to do
     */
    public synchronized LedgerEntry load(Feed feed, Path path, LoadProgress progress) throws IOException {
        FeedFile file = FeedFile.of(path, feed.layout());
        Topic<? extends SpecificRecord> topic = feed.topic(settings.topics());
        try {
            EventSink sink = sink(feed);
            // The sink comes first: once nobody else writes the feed, the topic's end is the truth about it.
            KnownClaims claims = known(topic);
            claims.catchUp(reader(topic), SpecificData.get().getSchema(topic.type()));
            loaded.catchUp(reader(settings.topics().feedLedger));
            Batch batch = new Batch(
                    feed.name(), feed.partner(), file.name(), file.checksum(), settings.recordedAt(), settings.asOf());
            Tally tally = new Tally();
            Transactions transactions =
                    new Transactions(sink, claims, settings.topics(), topic, tally::committed, nanoTime);
            boolean before = loaded.contains(feed.name(), file.checksum());
            Path rows = settings.indexDirectory().resolve("rows-" + feed.name());
            return new FileLoad(feed, file, batch, before, transactions, tally, rows, progress, clock).run();
        } catch (IOException | RuntimeException e) {
            EventSink failed = sinks.remove(feed.name());
            if (failed != null) {
                failed.close();
            }
            throw e;
        }
    }

    private EventSink sink(Feed feed) throws IOException {
        EventSink sink = sinks.get(feed.name());
        if (sink == null) {
            sink = log.sink(feed);
            sinks.put(feed.name(), sink);
        }
        return sink;
    }

    private TopicReader reader(Topic<? extends SpecificRecord> topic) throws IOException {
        TopicReader reader = readers.get(topic.name());
        if (reader == null) {
            reader = log.reader(topic);
            readers.put(topic.name(), reader);
        }
        return reader;
    }

    private KnownClaims known(Topic<?> topic) throws IOException {
        KnownClaims claims = known.get(topic.name());
        if (claims == null) {
            claims = new KnownClaims(new ClaimIndex(settings.indexDirectory().resolve(topic.name())));
            known.put(topic.name(), claims);
        }
        return claims;
    }

    @Override
    public synchronized void close() {
        sinks.values().forEach(EventSink::close);
        readers.values().forEach(TopicReader::close);
        known.values().forEach(KnownClaims::close);
        sinks.clear();
        readers.clear();
        known.clear();
    }
}
