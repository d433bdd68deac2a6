package org.vigia.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.WatchListEntry;
import org.vigia.schemas.fixtures.Events;
import org.vigia.screening.watchlist.WatchListIndex;
import org.vigia.screening.watchlist.WatchListRules;
import org.vigia.screening.watchlist.WatchListScreening;

class CurrentIndexTest {

    private final FakeStore store = new FakeStore();
    private final CurrentIndex<WatchListEntry, WatchListIndex> lists = new CurrentIndex<>(WatchListIndex::of);

    @Test
    void theStoreIsReadOnceForAsLongAsItDoesNotChange() {
        WatchListIndex first = lists.index(store);
        assertThat(lists.index(store)).isSameAs(first);
        assertThat(store.reads).hasValue(1);
    }

    @Test
    void manyChangesBetweenTwoShipmentsCostOneReading() {
        lists.index(store);
        put("Acetone");
        put("Toluene");
        put("Benzene");
        assertThat(findings(lists.index(store), "toluene")).isEqualTo(1);
        assertThat(store.reads).hasValue(2);
    }

    @Test
    void whoAsksAfterAChangeSeesItWhateverOtherThreadsDo() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = java.util.stream.IntStream.range(0, 4)
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> {
                        for (int i = 0; i < 100; i++) {
                            String name = "substance of thread %s number %s".formatted(thread, i);
                            put(name);
                            assertThat(findings(lists.index(store), name)).isEqualTo(1);
                        }
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private void put(String name) {
        WatchListEntry entry = Events.listing("UN", name, "", "2001-01-01");
        store.entries.put(entry.getEntryId(), entry);
        lists.changed();
    }

    private static int findings(WatchListIndex index, String name) {
        PrecursorShipment shipment = Events.shipment("s", "2024-01-01", name, "", "1");
        return new WatchListScreening(index, WatchListRules.defaults())
                .screen(shipment)
                .size();
    }

    /** A store that counts how often it is read as a whole. */
    private static final class FakeStore implements ReadOnlyKeyValueStore<String, WatchListEntry> {

        final NavigableMap<String, WatchListEntry> entries = new ConcurrentSkipListMap<>();
        final AtomicInteger reads = new AtomicInteger();

        @Override
        public @Nullable WatchListEntry get(String key) {
            return entries.get(key);
        }

        @Override
        public KeyValueIterator<String, WatchListEntry> range(String from, String to) {
            return iterator(entries.subMap(from, true, to, true));
        }

        @Override
        public KeyValueIterator<String, WatchListEntry> all() {
            reads.incrementAndGet();
            return iterator(entries);
        }

        @Override
        public long approximateNumEntries() {
            return entries.size();
        }

        private static KeyValueIterator<String, WatchListEntry> iterator(Map<String, WatchListEntry> entries) {
            Iterator<Map.Entry<String, WatchListEntry>> iterator =
                    entries.entrySet().iterator();
            return new KeyValueIterator<>() {
                @Override
                public void close() {}

                @Override
                public String peekNextKey() {
                    throw new UnsupportedOperationException("Nobody looks ahead here");
                }

                @Override
                public boolean hasNext() {
                    return iterator.hasNext();
                }

                @Override
                public KeyValue<String, WatchListEntry> next() {
                    Map.Entry<String, WatchListEntry> entry = iterator.next();
                    return KeyValue.pair(entry.getKey(), entry.getValue());
                }
            };
        }
    }
}
