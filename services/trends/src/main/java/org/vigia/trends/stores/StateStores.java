package org.vigia.trends.stores;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.vigia.runtime.streams.StoreKind;
import org.vigia.schemas.serde.EventSerdes;

/**
 * Builders of the application's stores. None has a retention: a claim may be corrected years after the event, and the
 * changelogs are compacted, not deleted by age.
 */
public final class StateStores {

    // Timestamps in a changelog may leap over years; segments roll by size alone, small enough to be compacted soon.
    private static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.SEGMENT_MS_CONFIG,
            Long.toString(Long.MAX_VALUE),
            TopicConfig.SEGMENT_BYTES_CONFIG,
            Integer.toString(64 << 20));

    private final EventSerdes serdes;
    private final StoreKind storage;

    public StateStores(EventSerdes serdes, StoreKind storage) {
        this.serdes = serdes;
        this.storage = storage;
    }

    /** A store whose entries are mostly written once. */
    public <V extends SpecificRecord> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
        return builder(name, serdes.values(type)).withCachingDisabled();
    }

    /**
     * A store whose entries are written again and again. The record cache spares the changelog the versions between two
     * commits; processors read through it and forward every change themselves, so nothing is hidden by it.
     */
    public <V extends SpecificRecord> StoreBuilder<KeyValueStore<String, V>> cachedStore(String name, Class<V> type) {
        return builder(name, serdes.values(type)).withCachingEnabled();
    }

    /** A cached store of numbers. */
    public StoreBuilder<KeyValueStore<String, Long>> cachedNumbers(String name) {
        return builder(name, Serdes.Long()).withCachingEnabled();
    }

    /** The stores of a processor in a fixed order, so that the topology is described alike each time. */
    public static Set<StoreBuilder<?>> inOrder(StoreBuilder<?>... builders) {
        return new LinkedHashSet<>(List.of(builders));
    }

    private <V> StoreBuilder<KeyValueStore<String, V>> builder(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(storage.keyValueStore(name), Serdes.String(), values)
                .withLoggingEnabled(CHANGELOG);
    }
}
