package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.names.NearestNames;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether the fields exist that {@code columns} blocks or hashes: one that is misspelt would be kept as it is. */
public final class ColumnNames {

    private ColumnNames() {}

    /**
     * What is wrong with them, in one sentence; empty if nothing is.
     *
     * @param modules one that the sync reads and, if it is one of orders, what its items are
     * @param all those that the sync reads, asked for only if a field without a module is not in the first ones
     */
    public static Optional<String> fault(
            SyncDefinition sync, List<ModuleDescription> modules, Supplier<Stream<ModuleDescription>> all) {
        Target.Table.Columns columns = ((Target.Table) sync.to()).fields();
        return Stream.concat(columns.block().stream(), columns.hash().stream())
                .map(name -> fault(name, sync, modules, all))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Modules and, if there are orders among them, that of their items. */
    public static Stream<String> withItems(List<String> modules) {
        return Stream.concat(
                modules.stream(),
                modules.stream().anyMatch(ModuleTable::hasItems) ? Stream.of(ModuleTable.ITEM) : Stream.empty());
    }

    private static Optional<String> fault(
            String name,
            SyncDefinition sync,
            List<ModuleDescription> modules,
            Supplier<Stream<ModuleDescription>> all) {
        int dot = name.indexOf('.');
        String field = name.substring(dot + 1);
        List<ModuleDescription> asked = dot < 0
                ? modules
                : modules.stream()
                        .filter(module -> module.name().equals(name.substring(0, dot)))
                        .toList();
        if (asked.isEmpty() || has(asked.stream(), field)) {
            return Optional.empty();
        }
        boolean isOfOne = dot >= 0
                || !SourceCrm.of(sync).isAll() && SourceCrm.of(sync).modules().size() == 1;
        if (!isOfOne && has(all.get(), field)) {
            return Optional.empty();
        }
        List<String> nearest = NearestNames.of(
                field,
                (isOfOne ? asked.stream() : all.get())
                        .flatMap(module -> module.fields().stream())
                        .map(Field::name)
                        .distinct()
                        .toList());
        return Optional.of("The field '" + name + "' in 'columns' is not one of "
                + (isOfOne ? asked.get(0).name() : "any module that the sync reads")
                + (nearest.isEmpty() ? "; correct it, or remove it." : "; did you mean " + nearest.get(0) + "?"));
    }

    private static boolean has(Stream<ModuleDescription> modules, String field) {
        return modules.anyMatch(module -> module.field(field).isPresent());
    }
}
