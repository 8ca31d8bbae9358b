package io.github.camelvtiger.async;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Loads each value once, however many ask at the same time; a failure is not kept. */
public final class AsyncCache<K, V> {

    private final Map<K, CompletableFuture<V>> values = new ConcurrentHashMap<>();
    private final Function<K, CompletableFuture<V>> loader;

    public AsyncCache(Function<K, CompletableFuture<V>> loader) {
        this.loader = loader;
    }

    public CompletableFuture<V> get(K key) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> known = values.putIfAbsent(key, mine);
        if (known != null) {
            return known;
        }
        loader.apply(key).whenComplete((value, failure) -> {
            if (failure == null) {
                mine.complete(value);
            } else {
                values.remove(key, mine);
                mine.completeExceptionally(failure);
            }
        });
        return mine;
    }

    /** The value is loaded again when it is asked for next. */
    public void forget(K key) {
        values.remove(key);
    }

    public void clear() {
        values.clear();
    }
}
