package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.ModuleDescription;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The modules that a sync writes to, in the order of its file. */
record Targets(Map<String, TargetModule> modules) {

    static Targets of(Collection<TargetModule> modules) {
        return new Targets(modules.stream()
                .collect(Collectors.toMap(
                        TargetModule::name, module -> module, (first, second) -> first, LinkedHashMap::new)));
    }

    TargetModule of(String module) {
        return Optional.ofNullable(modules.get(module))
                .orElseThrow(() -> new IllegalStateException("The sync does not write to " + module + " any more."));
    }

    /** The module of a row that does not say for which one it is: such rows come from syncs that write to one only. */
    TargetModule first() {
        return modules.values().iterator().next();
    }

    /**
     * Asks again what they are, since an administrator may have changed it.
     *
     * @throws io.github.camelvtiger.client.VtigerException if it cannot be had
     */
    void describe() {
        modules.values().forEach(TargetModule::describe);
    }

    /** What is known of a module, also of another one; empty if the CRM does not have it. */
    Optional<ModuleDescription> described(String name) {
        return modules.getOrDefault(name, first()).described(name);
    }

    /** How many records they have together. */
    long records() {
        return modules.values().stream().mapToLong(TargetModule::records).sum();
    }
}
