package org.vigia.schemas.topics;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic, typed by its value. Keys are strings throughout.
 *
 * @param name full name, prefix included
 * @param type class of the Avro record that every value is
 * @param keyMeaning what the key holds, for the documentation
 * @param partitions number of partitions, at least 1
 * @param cleanup compacted or deleted by age; nothing in Vigía is deleted by age unless an operator says so, because a
 *     claim may be corrected months later and a record's timestamp may lie years back
 * @param role what the topic is to Vigía
 * @param description one line for the documentation
 */
public record Topic<V extends SpecificRecord>(
        String name, Class<V> type, String keyMeaning, int partitions, Cleanup cleanup, Role role, String description) {

    /** What a topic is to Vigía. */
    public enum Role {
        /** Events that producers write. */
        INPUT,
        /** Effective-dated reference events. */
        REFERENCE,
        /** What the applications find. */
        OUTPUT,
        /** The account of what came in. */
        ACCOUNTING
    }

    /** Subject of the value's schema under TopicNameStrategy. */
    public String valueSubject() {
        return name + "-value";
    }

    /** Topic configuration to create the topic with. */
    public Map<String, String> configuration() {
        // Records carry times of years back. Neither age nor "in the future" may be judged by the broker, and a segment
        // must not be closed because the next record's time lies a week from its first.
        return Map.of(
                "cleanup.policy", cleanup.policy(),
                "retention.ms", "-1",
                "retention.bytes", "-1",
                "segment.ms", Long.toString(Long.MAX_VALUE),
                "message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    }
}
