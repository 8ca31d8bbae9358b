package io.github.camelvtiger.benchmarks.soak;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/** What the writers did, and when the CRM had answered: the ground for how late a feed is. Safe for many threads. */
final class Written {

    private final Map<String, List<String>> alive = new ConcurrentHashMap<>();
    private final Map<String, Long> edited = new ConcurrentHashMap<>();
    private final Map<String, Long> changedSilently = new ConcurrentHashMap<>();
    private final Map<String, Long> deleted = new ConcurrentHashMap<>();
    private final LongAdder writes = new LongAdder();
    private final LongAdder failures = new LongAdder();

    void created(String module, String id) {
        alive.computeIfAbsent(module, name -> new CopyOnWriteArrayList<>()).add(id);
        edited(id);
    }

    void edited(String id) {
        writes.increment();
        edited.put(id, System.nanoTime());
    }

    /** Another record's write changed this one without moving its time. */
    void changedSilently(String id) {
        changedSilently.put(id, System.nanoTime());
    }

    void deleted(String id) {
        writes.increment();
        deleted.put(id, System.nanoTime());
    }

    void failed() {
        failures.increment();
    }

    /** One of the records that were made here, which others may be editing as well. */
    Optional<String> anyOf(String module, RandomGenerator random) {
        List<String> ids = alive.getOrDefault(module, List.of());
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }

    /** Takes a record away from the others, who edit it no more; empty where too few are left. */
    Optional<String> take(String module, RandomGenerator random) {
        List<String> ids = alive.getOrDefault(module, List.of());
        synchronized (ids) {
            return ids.size() < 5 ? Optional.empty() : Optional.of(ids.remove(random.nextInt(ids.size() - 2)));
        }
    }

    /** By id, the time of {@link System#nanoTime} at which the last write of it was answered. */
    Map<String, Long> edited() {
        return edited;
    }

    Map<String, Long> changedSilently() {
        return changedSilently;
    }

    Map<String, Long> deleted() {
        return deleted;
    }

    long writes() {
        return writes.sum();
    }

    long failures() {
        return failures.sum();
    }
}
