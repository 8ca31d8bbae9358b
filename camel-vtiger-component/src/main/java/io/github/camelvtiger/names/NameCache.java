package io.github.camelvtiger.names;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The ids that were found for names, for some time; the eldest goes when there are too many. No ids: there is none. */
final class NameCache {

    static final Duration KEPT = Duration.ofMinutes(5);

    /** That there is none holds for a moment only: for the records of one batch. */
    private static final Duration NONE_KEPT = Duration.ofSeconds(2);

    private static final int MOST = 10_000;

    private record Answer(List<String> ids, long at) {}

    private final LongSupplier nanoTime;
    private final Map<List<String>, Answer> entries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Answer> eldest) {
            return size() > MOST;
        }
    };

    NameCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized Optional<List<String>> get(String module, String folded) {
        Answer entry = entries.get(List.of(module, folded));
        if (entry == null) {
            return Optional.empty();
        }
        Duration kept = entry.ids().isEmpty() ? NONE_KEPT : KEPT;
        return nanoTime.getAsLong() - entry.at() > kept.toNanos() ? Optional.empty() : Optional.of(entry.ids());
    }

    synchronized void put(String module, String folded, List<String> ids) {
        List<String> key = List.of(module, folded);
        entries.remove(key);
        entries.put(key, new Answer(List.copyOf(ids), nanoTime.getAsLong()));
    }
}
