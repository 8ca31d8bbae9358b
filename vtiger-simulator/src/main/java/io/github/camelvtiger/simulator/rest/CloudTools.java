package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.metadata.SensitiveFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code describe} of Vtiger Cloud says as {@code tools}: what may be done with the records of a module besides reading
 * and writing ({@code cloud-rest.md §3}). Which module has which is assumed.
 */
final class CloudTools {

    private static final List<String> OF_EVERY_LIST = List.of("Import", "Export", "Merge", "DuplicatesHandling");

    private final ClosedStates closedStates;
    private final SensitiveFields sensitive;

    CloudTools(ClosedStates closedStates, SensitiveFields sensitive) {
        this.closedStates = closedStates;
        this.sensitive = sensitive;
    }

    /** An empty list for modules without any, such as comments. */
    Object of(ModuleMetadata module) {
        boolean reopen = closedStates.of(module.name()).isPresent();
        boolean decrypt = !sensitive.of(module.name()).isEmpty();
        boolean numbered = module.numbering().isPresent();
        if (!numbered && !reopen && !decrypt) {
            return List.of();
        }
        Map<String, Object> tools = new LinkedHashMap<>();
        OF_EVERY_LIST.forEach(tool -> tools.put(tool, numbered));
        tools.put("PrintTemplates", InventoryBook.holds(module));
        tools.put("Reopen", reopen);
        tools.put("Decrypt", decrypt);
        return tools;
    }
}
