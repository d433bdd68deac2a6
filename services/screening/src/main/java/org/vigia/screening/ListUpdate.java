package org.vigia.screening;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the global store of list entries. Kafka Streams calls it for restored records too (KAFKA-7663, since 3.8), so it
 * must store records as they are and do nothing else that matters.
 *
 * <p>A change of a list does not screen past shipments again: shipments see it from their next version on. Re-screening
 * what the change touches is the finding RETRO_LISTING, and this is the place that knows of the change.
 *
 * @param <V> entries of the lists
 */
final class ListUpdate<V> implements Processor<String, V, Void, Void> {

    private final String storeName;
    private final CurrentIndex<V, ?> lists;
    private KeyValueStore<String, V> store;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
    ListUpdate(String storeName, CurrentIndex<V, ?> lists) {
        this.storeName = storeName;
        this.lists = lists;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, V> record) {
        store.put(record.key(), record.value());
        lists.changed();
    }
}
