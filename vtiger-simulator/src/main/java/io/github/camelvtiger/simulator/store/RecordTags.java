package io.github.camelvtiger.simulator.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tags of records, in the order in which they were added; the same for all users. */
public final class RecordTags {

    private final Map<String, List<String>> tags = new ConcurrentHashMap<>();

    public List<String> of(StoredRow row) {
        return tags.getOrDefault(row.id(), List.of());
    }

    /** What the record has already, in whatever case, it does not get again. */
    public void add(StoredRow row, Collection<String> added) {
        tags.compute(row.id(), (id, before) -> {
            List<String> after = before == null ? new ArrayList<>() : new ArrayList<>(before);
            added.stream().filter(tag -> !has(after, tag)).forEach(after::add);
            return List.copyOf(after);
        });
    }

    public void remove(StoredRow row, Collection<String> removed) {
        tags.computeIfPresent(row.id(), (id, before) -> before.stream()
                .filter(tag -> !has(removed, tag))
                .toList());
    }

    public void removeAll(StoredRow row) {
        tags.remove(row.id());
    }

    private static boolean has(Collection<String> tags, String tag) {
        return tags.stream().anyMatch(tag::equalsIgnoreCase);
    }
}
