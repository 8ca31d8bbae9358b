package io.github.camelvtiger.simulator.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Labels that differ from what the stored fields say. The server makes a label when it saves, from what it was sent, and
 * keeps it beside the record; only the few that would come out otherwise are kept here.
 */
public final class KeptLabels {

    private final Map<String, String> labels = new ConcurrentHashMap<>();

    public void keep(StoredRow row, String label) {
        labels.put(row.id(), label);
    }

    public void forget(StoredRow row) {
        labels.remove(row.id());
    }

    public Optional<String> of(StoredRow row) {
        return Optional.ofNullable(labels.get(row.id()));
    }
}
