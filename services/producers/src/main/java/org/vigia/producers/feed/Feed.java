package org.vigia.producers.feed;

import org.apache.avro.specific.SpecificRecord;
import org.vigia.producers.claim.Mapping;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Layout;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

/** What one partner sends, and how its rows become events. */
public interface Feed {

    /** The name by which users choose the feed; lower-case, digits and hyphens. */
    String name();

    /** Who sends it; the first part of every event id. */
    String partner();

    /** One line for a list of feeds. */
    String description();

    /** The columns of its files. */
    Columns columns();

    /** How its files are written down. */
    default Layout layout() {
        return Layout.DETECTED;
    }

    Mapping mapping();

    /** Where its events go. */
    Topic<? extends SpecificRecord> topic(Topics topics);
}
