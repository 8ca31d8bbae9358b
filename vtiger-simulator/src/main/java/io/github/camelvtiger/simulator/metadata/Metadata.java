package io.github.camelvtiger.simulator.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All modules in the order of {@code listtypes}. */
public final class Metadata {

    private final Map<String, ModuleMetadata> modules = new LinkedHashMap<>();
    private final Map<Integer, ModuleMetadata> byPrefix = new LinkedHashMap<>();
    private final Set<String> administratorOnly;
    private final Release release;
    private final Languages languages;

    /** @param administratorOnly modules that do not exist for other users */
    Metadata(List<ModuleMetadata> modules, Set<String> administratorOnly, Release release, Languages languages) {
        modules.forEach(module -> {
            this.modules.put(module.name(), module);
            byPrefix.put(module.idPrefix(), module);
        });
        this.administratorOnly = Set.copyOf(administratorOnly);
        this.release = release;
        this.languages = languages;
    }

    public Languages languages() {
        return languages;
    }

    public Release release() {
        return release;
    }

    public List<ModuleMetadata> modules() {
        return List.copyOf(modules.values());
    }

    /** Whether {@code listtypes}, {@code describe} and all others deny the module to users who are not administrators. */
    public boolean administratorOnly(ModuleMetadata module) {
        return administratorOnly.contains(module.name());
    }

    /**
     * The fields of a module in the order of answers. For users who are not administrators the server groups its field
     * table by column, so theirs come in alphabetical order, the underscore after the letters and the id last ({@code webservice.md §5}).
     */
    public List<FieldMetadata> fields(ModuleMetadata module, boolean administrator) {
        return administrator || !module.entity() ? module.fields() : module.fieldsByColumn();
    }

    /** Names are case-sensitive. */
    public Optional<ModuleMetadata> module(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    public Optional<ModuleMetadata> modulePrefixed(int idPrefix) {
        return Optional.ofNullable(byPrefix.get(idPrefix));
    }
}
