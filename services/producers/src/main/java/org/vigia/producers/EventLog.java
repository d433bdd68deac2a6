package org.vigia.producers;

import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.publish.EventSink;
import org.vigia.producers.publish.KafkaEventSink;
import org.vigia.producers.publish.KafkaTopicReader;
import org.vigia.producers.publish.RehearsalSink;
import org.vigia.producers.publish.TopicReader;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topic;

/** Where events are kept. */
interface EventLog {

    /** Opens a feed for writing, and shuts out whoever else writes it. */
    EventSink sink(Feed feed) throws IOException;

    /** Opens what takes records and drops them. */
    EventSink rehearsal();

    /** Opens a topic for reading. */
    TopicReader reader(Topic<? extends SpecificRecord> topic) throws IOException;

    /** Kafka. */
    static EventLog kafka(LoadSettings settings) {
        return new EventLog() {
            @Override
            public EventSink sink(Feed feed) throws IOException {
                return KafkaEventSink.open(
                        settings.producerProperties(), settings.topics().prefix() + feed.name(), feed.name());
            }

            @Override
            public EventSink rehearsal() {
                return new RehearsalSink(new EventSerdes(settings.producerProperties()));
            }

            @Override
            public TopicReader reader(Topic<? extends SpecificRecord> topic) throws IOException {
                return new KafkaTopicReader<>(settings.producerProperties(), topic);
            }
        };
    }
}
