package org.vigia.schemas.registry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.apache.kafka.common.errors.InterruptException;

/**
 * A cache of what a slow call returned. Threads that ask for the same key at the same time share one call, and no lock
 * is held meanwhile, so that those who ask for other keys are not kept waiting. Failures are not kept.
 */
final class SingleFlight<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> values = new ConcurrentHashMap<>();

    V get(K key, Function<K, V> call) {
        while (true) {
            CompletableFuture<V> present = values.get(key);
            if (present == null) {
                CompletableFuture<V> mine = new CompletableFuture<>();
                present = values.putIfAbsent(key, mine);
                if (present == null) {
                    return run(key, call, mine);
                }
            }
            try {
                return present.join();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof RuntimeException failure)) {
                    throw e;
                }
                // It was the other thread that was interrupted, not this one: this one asks for itself.
                if (!(failure instanceof InterruptException)) {
                    throw failure;
                }
            }
        }
    }

    private V run(K key, Function<K, V> call, CompletableFuture<V> mine) {
        try {
            V value = call.apply(key);
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            values.remove(key, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }
}
