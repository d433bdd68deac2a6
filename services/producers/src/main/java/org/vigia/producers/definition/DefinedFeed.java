package org.vigia.producers.definition;

import org.apache.avro.specific.SpecificRecord;
import org.vigia.producers.claim.Mapping;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Layout;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

/** A feed made of a definition. */
record DefinedFeed(
        String name,
        String partner,
        String description,
        EventKind kind,
        Columns columns,
        Layout layout,
        Mapping mapping)
        implements Feed {

    @Override
    public Topic<? extends SpecificRecord> topic(Topics topics) {
        return kind.topic(topics);
    }
}
