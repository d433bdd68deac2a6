package org.vigia.producers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.claim.ClaimIndex;
import org.vigia.producers.publish.KnownClaims;
import org.vigia.producers.publish.Ledger;
import org.vigia.producers.publish.RejectedRows;
import org.vigia.producers.publish.TopicReader;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

/** What the topics say, indexed on disk, and read on to their ends whenever it is asked for. */
final class PublishedState implements AutoCloseable {

    private final EventLog log;
    private final Topics topics;
    private final Path directory;
    private final Map<String, TopicReader> readers = new HashMap<>();
    private final Map<String, KnownClaims> claims = new HashMap<>();
    private @Nullable Ledger ledger;
    private @Nullable RejectedRows rejected;

    PublishedState(EventLog log, Topics topics, Path directory) {
        this.log = log;
        this.topics = topics;
        this.directory = directory;
    }

    /** The claims of a topic. */
    KnownClaims claims(Topic<? extends SpecificRecord> topic) throws IOException {
        KnownClaims known;
        TopicReader reader;
        synchronized (this) {
            known = claims.get(topic.name());
            if (known == null) {
                known = new KnownClaims(new ClaimIndex(directory.resolve(topic.name())));
                claims.put(topic.name(), known);
            }
            reader = reader(topic);
        }
        known.catchUp(reader, SpecificData.get().getSchema(topic.type()));
        return known;
    }

    /** The accounts of all loads. */
    Ledger ledger() throws IOException {
        Ledger known;
        TopicReader reader;
        synchronized (this) {
            known = ledger;
            if (known == null) {
                known = new Ledger(directory.resolve(topics.feedLedger.name()));
                ledger = known;
            }
            reader = reader(topics.feedLedger);
        }
        known.catchUp(reader);
        return known;
    }

    /** The rows that were refused. */
    RejectedRows rejected() throws IOException {
        RejectedRows known;
        TopicReader reader;
        synchronized (this) {
            known = rejected;
            if (known == null) {
                known = new RejectedRows(directory.resolve(topics.rejected.name()));
                rejected = known;
            }
            reader = reader(topics.rejected);
        }
        known.catchUp(reader);
        return known;
    }

    private TopicReader reader(Topic<? extends SpecificRecord> topic) throws IOException {
        TopicReader reader = readers.get(topic.name());
        if (reader == null) {
            reader = log.reader(topic);
            readers.put(topic.name(), reader);
        }
        return reader;
    }

    @Override
    public synchronized void close() {
        readers.values().forEach(TopicReader::close);
        claims.values().forEach(KnownClaims::close);
        if (ledger != null) {
            ledger.close();
            ledger = null;
        }
        if (rejected != null) {
            rejected.close();
            rejected = null;
        }
        readers.clear();
        claims.clear();
    }
}
