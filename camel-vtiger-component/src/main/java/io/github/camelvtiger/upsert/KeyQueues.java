package io.github.camelvtiger.upsert;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Lets one holder at a time have a key; others wait in the order in which they came, without a thread. Who wants several
 * keys is put into all their queues at once, so that two can't wait for each other. Keeps no more than the keys that
 * a caller has or waits for.
 */
public final class KeyQueues {

    private final Map<Key, CompletableFuture<Void>> last = new HashMap<>();

    /**
     * The keys of one kind, which have nothing to do with equal ones of another.
     *
     * @param kind compared by {@code equals}
     * @param executor where those go on who waited: never the thread that gives a key back
     */
    Scope scope(Object kind, Executor executor) {
        return new Scope(kind, executor);
    }

    /** How many keys are held or waited for. */
    int size() {
        synchronized (last) {
            return last.size();
        }
    }

    /** The queues of one kind of keys. */
    final class Scope {

        private final Object kind;
        private final Executor executor;

        private Scope(Object kind, Executor executor) {
            this.kind = kind;
            this.executor = executor;
        }

        /** @return done when all the keys are the caller's */
        CompletableFuture<Holding> acquire(Set<?> keys) {
            Holding holding = new Holding(kind, keys);
            CompletableFuture<?>[] before;
            synchronized (last) {
                before = holding.ends.entrySet().stream()
                        .map(end -> last.put(new Key(kind, end.getKey()), end.getValue()))
                        .filter(end -> end != null)
                        .toArray(CompletableFuture[]::new);
            }
            return before.length == 0
                    ? CompletableFuture.completedFuture(holding)
                    : CompletableFuture.allOf(before).thenApplyAsync(nothing -> holding, executor);
        }
    }

    private record Key(Object kind, Object key) {}

    /** Keys of one holder, to be given back. */
    final class Holding {

        private final Object kind;
        private final Map<Object, CompletableFuture<Void>> ends = new HashMap<>();

        private Holding(Object kind, Collection<?> keys) {
            this.kind = kind;
            keys.forEach(key -> ends.put(key, new CompletableFuture<>()));
        }

        /** Does nothing for a key that was given back before. */
        void release(Object key) {
            CompletableFuture<Void> end = ends.get(key);
            synchronized (last) {
                last.remove(new Key(kind, key), end);
            }
            end.complete(null);
        }

        void releaseAll() {
            ends.keySet().forEach(this::release);
        }
    }
}
