package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The syncs that are in a context now, by name; any thread may ask while another one changes them. */
final class InstalledSyncs {

    private final Map<String, InstalledSync> syncs = new ConcurrentSkipListMap<>();

    void put(InstalledSync sync) {
        syncs.put(sync.name(), sync);
    }

    void remove(String name) {
        syncs.remove(name);
    }

    Optional<InstalledSync> find(String name) {
        return Optional.ofNullable(syncs.get(name));
    }

    Collection<InstalledSync> all() {
        return List.copyOf(syncs.values());
    }

    List<SyncDefinition> definitions() {
        return syncs.values().stream().map(InstalledSync::definition).toList();
    }

    Optional<SyncDefinition> definition(String name) {
        return find(name).map(InstalledSync::definition);
    }

    /** The files that a sync reads; empty if it reads none, or is not there. */
    Optional<Source.Files> files(String name) {
        return definition(name)
                .map(SyncDefinition::from)
                .filter(Source.Files.class::isInstance)
                .map(Source.Files.class::cast);
    }
}
