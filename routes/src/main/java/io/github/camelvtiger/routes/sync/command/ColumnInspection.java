package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.table.ColumnNames;
import java.util.List;
import java.util.Optional;

/** Looks whether the fields that a sync keeps out of its tables, or hashes, are there: one that is misspelt would be kept as it is. */
final class ColumnInspection {

    private static final String ITEM = "LineItem";

    private ColumnInspection() {}

    /** What is wrong, in sentences; none if the CRM cannot be asked about every module. */
    static List<String> sentences(SyncDefinition sync, CrmModules crm) {
        Source.Crm from = SourceCrm.of(sync);
        List<String> types = from.isAll() ? crm.names().orElse(List.of()) : from.modules();
        List<String> modules =
                types.stream().filter(type -> !from.exclude().contains(type)).toList();
        List<ModuleDescription> all = ColumnNames.withItems(modules)
                .distinct()
                .map(crm::find)
                .flatMap(Optional::stream)
                .toList();
        if (types.isEmpty() || crm.silence().isPresent() && all.size() < modules.size()) {
            return List.of();
        }
        return all.stream()
                .filter(module ->
                        modules.contains(module.name()) && !module.name().equals(ITEM))
                .map(module -> ColumnNames.fault(sync, together(module, all), all::stream))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** A module with that of its items, if it has them. */
    private static List<ModuleDescription> together(ModuleDescription module, List<ModuleDescription> all) {
        List<String> names = ColumnNames.withItems(List.of(module.name())).toList();
        return all.stream().filter(each -> names.contains(each.name())).toList();
    }
}
