package org.vigia.screening.series;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigia.screening.history.History;
import org.vigia.screening.state.Observation;

/** The history of one partition in a store that holds all partitions. */
final class StoredHistory implements History {

    /** Between the parts of a key; the next character ends a range. */
    static final char SEPARATOR = '\u0000';

    static final char AFTER_SEPARATOR = '\u0001';

    private final KeyValueStore<String, Observation> store;
    private final String partition;

    StoredHistory(KeyValueStore<String, Observation> store, String partition) {
        this.store = store;
        this.partition = partition;
    }

    void put(String series, Observation observation) {
        store.put(position(series, observation), observation);
    }

    void remove(String series, Observation observation) {
        store.delete(position(series, observation));
    }

    /** Removes what is older than a time and returns it. */
    List<Observation> expire(String series, long before) {
        List<Observation> old = between(series, 0, before);
        old.forEach(observation -> remove(series, observation));
        return old;
    }

    @Override
    public List<Observation> between(String series, long from, long until) {
        if (until <= 0) {
            return List.of();
        }
        return read(store.range(time(series, Math.max(0, from)), time(series, until)), "", Integer.MAX_VALUE);
    }

    @Override
    public List<Observation> before(String series, Observation observation, int most) {
        String position = position(series, observation);
        return read(store.reverseRange(prefix(series), position), position, most);
    }

    @Override
    public List<Observation> after(String series, Observation observation, int most) {
        String position = observation.getAt() < 0 ? prefix(series) : position(series, observation);
        return read(store.range(position, partition + SEPARATOR + series + AFTER_SEPARATOR), position, most);
    }

    private static List<Observation> read(KeyValueIterator<String, Observation> entries, String except, int most) {
        List<Observation> read = new ArrayList<>();
        try (entries) {
            while (read.size() < most && entries.hasNext()) {
                var entry = entries.next();
                if (!entry.key.equals(except)) {
                    read.add(entry.value);
                }
            }
        }
        return read;
    }

    private String prefix(String series) {
        return partition + SEPARATOR + series + SEPARATOR;
    }

    private String time(String series, long at) {
        return prefix(series) + HexFormat.of().toHexDigits(at);
    }

    private String position(String series, Observation observation) {
        return time(series, observation.getAt())
                + SEPARATOR
                + observation.getEventId()
                + SEPARATOR
                + observation.getPart();
    }
}
