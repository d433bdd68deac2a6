package org.vigia.screening.series;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Forgets what lies a retention before the newest event, each time that events have come half a year further. */
final class Expiry {

    private static final Duration PAUSE = Duration.ofDays(180);

    private Expiry() {}

    /**
     * Keeps a store bounded.
     *
     * @param at event time of an entry, milliseconds since 1970
     */
    static <V> void of(
            KeyValueStore<String, V> store, ToLongFunction<V> at, Duration retention, ProcessorContext<?, ?> context) {
        context.schedule(PAUSE, PunctuationType.STREAM_TIME, now -> {
            long oldest = now - retention.toMillis();
            List<String> old = new ArrayList<>();
            try (KeyValueIterator<String, V> all = store.all()) {
                all.forEachRemaining(entry -> {
                    if (at.applyAsLong(entry.value) < oldest) {
                        old.add(entry.key);
                    }
                });
            }
            old.forEach(store::delete);
        });
    }
}
