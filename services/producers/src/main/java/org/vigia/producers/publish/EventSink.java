package org.vigia.producers.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.schemas.topics.Topic;

/** Where records go, in transactions: all of a transaction becomes visible at once, or nothing. */
public interface EventSink extends AutoCloseable {

    /**
     * What a transaction wrote to one partition.
     *
     * @param topic full name
     * @param first offset of the first record
     * @param last offset of the last record
     * @param count number of records; fewer than the offsets span if another producer wrote in between
     */
    record Written(String topic, int partition, long first, long last, long count) {}

    /**
     * Begins a transaction.
     *
     * @param recordedAt timestamp of its records
     */
    void begin(Instant recordedAt) throws IOException;

    /** The record as it would be sent. */
    byte[] encode(Topic<?> topic, SpecificRecord value) throws IOException;

    /**
     * The record as it would be sent, of one whose Avro encoding is known.
     *
     * @param encoded the encoding behind room for a prefix, see {@link org.vigia.producers.claim.Claim#encoded}; it may be
     *     written over
     */
    byte[] frame(Topic<?> topic, SpecificRecord value, byte[] encoded) throws IOException;

    /**
     * Sends a record within the transaction.
     *
     * @param value as {@link #encode} or {@link #frame} made it
     */
    void send(Topic<?> topic, String key, byte[] value) throws IOException;

    /** Commits and waits until that is durable. */
    List<Written> commit() throws IOException;

    /** Takes back what was sent since the transaction began. Never throws: the failure that led here matters more. */
    void abort();

    @Override
    void close();
}
