package org.vigia.producers.feed;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.producers.claim.Mapping;
import org.vigia.producers.table.Columns;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

/** A feed that Vigía brings with it. */
record ShippedFeed(
        String name,
        String partner,
        String description,
        Columns columns,
        Mapping mapping,
        Function<Topics, Topic<? extends SpecificRecord>> target)
        implements Feed {

    @Override
    public Topic<? extends SpecificRecord> topic(Topics topics) {
        return target.apply(topics);
    }
}
