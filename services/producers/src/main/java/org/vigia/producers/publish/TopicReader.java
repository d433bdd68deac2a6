package org.vigia.producers.publish;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads what was committed to one topic. */
public interface TopicReader extends AutoCloseable {

    /**
     * One record.
     *
     * @param value null if the key was deleted
     */
    record Published(String key, @Nullable SpecificRecord value) {}

    /** Takes some records, in the order of each partition. */
    @FunctionalInterface
    interface Batch {

        /**
         * Takes the next records.
         *
         * @param next by partition, the offset after these records
         */
        void accept(List<Published> records, Map<Integer, Long> next) throws IOException;
    }

    /** Names the topic so that one deleted and made again has another identity. */
    String identity() throws IOException;

    /**
     * Reads up to the end that the topic has now.
     *
     * @param from by partition, the first offset to read; absent means from the beginning
     */
    void read(Map<Integer, Long> from, Batch batch) throws IOException;

    @Override
    void close();
}
