package io.github.camelvtiger.simulator.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All modules in the order of {@code listtypes}. */
public final class Metadata {

    private final Map<String, ModuleMetadata> modules = new LinkedHashMap<>();
    private final Map<Integer, ModuleMetadata> byPrefix = new LinkedHashMap<>();

    public Metadata(List<ModuleMetadata> modules) {
        modules.forEach(module -> {
            this.modules.put(module.name(), module);
            byPrefix.put(module.idPrefix(), module);
        });
    }

    public List<ModuleMetadata> modules() {
        return List.copyOf(modules.values());
    }

    /** Names are case-sensitive. */
    public Optional<ModuleMetadata> module(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    public Optional<ModuleMetadata> modulePrefixed(int idPrefix) {
        return Optional.ofNullable(byPrefix.get(idPrefix));
    }
}
