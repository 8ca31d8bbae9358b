package io.github.camelvtiger.upsert;

import io.github.camelvtiger.client.VtigerException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a lookup learned of each of its keys: its records, that they are in doubt still, or why it could not be asked for. */
final class Found {

    private final Map<MatchKey, List<Map<String, Object>>> records = new HashMap<>();
    private final Set<MatchKey> doubtful = new HashSet<>();
    private final Map<MatchKey, VtigerException> failures = new HashMap<>();

    /** What is known when nothing could be asked. */
    static Found failed(Collection<MatchKey> keys, VtigerException failure) {
        Found found = new Found();
        keys.forEach(key -> found.fail(key, failure));
        return found;
    }

    void add(MatchKey key, Map<String, Object> record) {
        records.computeIfAbsent(key, one -> new ArrayList<>()).add(record);
    }

    /** What more is known of the records of a key. */
    void replaceEach(MatchKey key, UnaryOperator<Map<String, Object>> more) {
        records.computeIfPresent(key, (same, known) -> {
            List<Map<String, Object>> replaced = new ArrayList<>(known);
            replaced.replaceAll(more);
            return replaced;
        });
    }

    void leave(Collection<MatchKey> keys) {
        doubtful.addAll(keys);
    }

    void fail(MatchKey key, VtigerException failure) {
        failures.put(key, failure);
    }

    /** Ascending by id; empty where there is none. */
    List<Map<String, Object>> records(MatchKey key) {
        return records.getOrDefault(key, List.of());
    }

    boolean isDoubtful(MatchKey key) {
        return doubtful.contains(key);
    }

    /** Null where it was asked for. */
    VtigerException failure(MatchKey key) {
        return failures.get(key);
    }
}
