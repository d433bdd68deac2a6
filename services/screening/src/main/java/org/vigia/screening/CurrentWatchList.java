package org.vigia.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.vigia.events.WatchListEntry;
import org.vigia.screening.watchlist.WatchListIndex;

/**
 * The index of the watch lists as the global store holds them now, shared by the threads of one application. It is
 * built when it is first asked for and again only after the store has changed.
 *
 * <p>It never relies on having seen every change: whatever stands in the store when the index is built is in it. So it
 * does not matter that Kafka Streams fills a global store before the first shipment is read, or by what path.
 */
final class CurrentWatchList {

    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Built built;

    private record Built(long changes, WatchListIndex index) {}

    /** Called after each change of the store. */
    void changed() {
        changes.incrementAndGet();
    }

    WatchListIndex index(ReadOnlyKeyValueStore<String, WatchListEntry> store) {
        Built current = built;
        return current != null && current.changes == changes.get() ? current.index : rebuild(store);
    }

    private synchronized WatchListIndex rebuild(ReadOnlyKeyValueStore<String, WatchListEntry> store) {
        Built current = built;
        // Read before the store: a change that comes while the store is read makes the index out of date again.
        long now = changes.get();
        if (current != null && current.changes == now) {
            return current.index;
        }
        List<WatchListEntry> entries = new ArrayList<>();
        try (KeyValueIterator<String, WatchListEntry> all = store.all()) {
            all.forEachRemaining(entry -> entries.add(entry.value));
        }
        WatchListIndex index = WatchListIndex.of(entries);
        built = new Built(now, index);
        return index;
    }
}
