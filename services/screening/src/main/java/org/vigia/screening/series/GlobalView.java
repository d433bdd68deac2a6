package org.vigia.screening.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a global store amount to now, shared by the threads of one application: built when it is first
 * asked for and again only after the store has changed. It never relies on having seen every change: whatever stands in
 * the store when it is built is in it.
 *
 * @param <V> the records
 * @param <T> what they amount to
 */
final class GlobalView<V, T> {

    private final String storeName;
    private final Function<Collection<V>, T> build;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Built<T> built;

    private record Built<T>(long changes, T view) {}

    GlobalView(String storeName, Function<Collection<V>, T> build) {
        this.storeName = storeName;
        this.build = build;
    }

    /** Keeps the store. Kafka Streams calls it for restored records too, so it stores records as they are. */
    ProcessorSupplier<String, V, Void, Void> update() {
        return () -> new Processor<>() {

            private @Nullable KeyValueStore<String, V> store;

            @Override
            public void init(ProcessorContext<Void, Void> context) {
                store = context.getStateStore(storeName);
            }

            @Override
            public void process(Record<String, V> record) {
                if (store == null) {
                    throw new IllegalStateException("init was not called");
                }
                store.put(record.key(), record.value());
                changes.incrementAndGet();
            }
        };
    }

    /** The view; equal by identity as long as nothing has changed. */
    T of(ProcessorContext<?, ?> context) {
        Built<T> current = built;
        return current != null && current.changes == changes.get() ? current.view : rebuild(context);
    }

    private synchronized T rebuild(ProcessorContext<?, ?> context) {
        Built<T> current = built;
        // Read before the store: a change that comes while the store is read makes the view out of date again.
        long now = changes.get();
        if (current != null && current.changes == now) {
            return current.view;
        }
        ReadOnlyKeyValueStore<String, V> store = context.getStateStore(storeName);
        List<V> records = new ArrayList<>();
        try (KeyValueIterator<String, V> all = store.all()) {
            all.forEachRemaining(entry -> records.add(entry.value));
        }
        T view = build.apply(records);
        built = new Built<>(now, view);
        return view;
    }
}
