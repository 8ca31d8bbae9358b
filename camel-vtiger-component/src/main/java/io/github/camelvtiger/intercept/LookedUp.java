package io.github.camelvtiger.intercept;

import io.github.camelvtiger.client.RecordId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is looked up of many records together, before each of them is written. It is good for one write: after that the record
 * is another.
 *
 * @param <T> what is known of a record
 */
final class LookedUp<T> {

    private final Map<RecordId, CompletableFuture<Optional<T>>> waiting = new ConcurrentHashMap<>();
    private final Function<RecordId, CompletableFuture<T>> single;

    /** @param single looks one record up that was not among many, or not found among them */
    LookedUp(Function<RecordId, CompletableFuture<T>> single) {
        this.single = single;
    }

    /** @param lookUp what is found of the ids; those that are not found in it are looked up singly */
    void ahead(Collection<RecordId> ids, CompletableFuture<Map<RecordId, T>> lookUp) {
        ids.forEach(id -> waiting.put(id, lookUp.thenApply(found -> Optional.ofNullable(found.get(id)))));
    }

    CompletableFuture<T> take(RecordId id) {
        CompletableFuture<Optional<T>> found = waiting.remove(id);
        return found == null
                ? single.apply(id)
                : found.thenCompose(
                        known -> known.map(CompletableFuture::completedFuture).orElseGet(() -> single.apply(id)));
    }

    /** To be called after a write: what was looked up while it was made may be from before it. */
    void forget(RecordId id) {
        waiting.remove(id);
    }
}
