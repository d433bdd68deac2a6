package org.vigia.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The index of the lists as a global store holds them now, shared by the threads of one application. It is built when it is
 * first asked for and again only after the store has changed.
 *
 * <p>It never relies on having seen every change: whatever stands in the store when the index is built is in it. So it
 * does not matter that Kafka Streams fills a global store before the first shipment is read, or by what path.
 *
 * @param <V> entries of the store
 * @param <I> an index of them that does not change
 */
final class CurrentIndex<V, I> {

    private final Function<Collection<V>, I> build;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Built<I> built;

    private record Built<I>(long changes, I index) {}

    CurrentIndex(Function<Collection<V>, I> build) {
        this.build = build;
    }

    /** Called after each change of the store. */
    void changed() {
        changes.incrementAndGet();
    }

    I index(ReadOnlyKeyValueStore<String, V> store) {
        Built<I> current = built;
        return current != null && current.changes == changes.get() ? current.index : rebuild(store);
    }

    private synchronized I rebuild(ReadOnlyKeyValueStore<String, V> store) {
        Built<I> current = built;
        // Read before the store: a change that comes while the store is read makes the index out of date again.
        long now = changes.get();
        if (current != null && current.changes == now) {
            return current.index;
        }
        List<V> entries = new ArrayList<>();
        try (KeyValueIterator<String, V> all = store.all()) {
            all.forEachRemaining(entry -> entries.add(entry.value));
        }
        I index = build.apply(entries);
        built = new Built<>(now, index);
        return index;
    }
}
