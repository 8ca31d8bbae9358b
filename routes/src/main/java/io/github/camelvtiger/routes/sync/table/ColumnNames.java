package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.names.NearestNames;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the fields exist that {@code columns} blocks or hashes: one that is misspelt would be kept as it is. */
public final class ColumnNames {

    private ColumnNames() {}

    /**
     * What is wrong with them, in one sentence; empty if nothing is. A field without a module is looked for only if the sync has one
     * module, since with several each need not have it.
     *
     * @param modules one that the sync reads and, if it is one of orders, what its items are
     */
    public static Optional<String> fault(SyncDefinition sync, List<ModuleDescription> modules) {
        Target.Table.Columns columns = ((Target.Table) sync.to()).fields();
        return Stream.concat(columns.block().stream(), columns.hash().stream())
                .map(name -> fault(name, sync, modules))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> fault(String name, SyncDefinition sync, List<ModuleDescription> modules) {
        int dot = name.indexOf('.');
        boolean isOnly =
                !SourceCrm.of(sync).isAll() && SourceCrm.of(sync).modules().size() == 1;
        if (dot < 0 && !isOnly) {
            return Optional.empty();
        }
        List<ModuleDescription> asked = dot < 0
                ? modules
                : modules.stream()
                        .filter(module -> module.name().equals(name.substring(0, dot)))
                        .toList();
        String field = name.substring(dot + 1);
        if (asked.isEmpty()
                || asked.stream().anyMatch(module -> module.field(field).isPresent())) {
            return Optional.empty();
        }
        List<String> nearest = NearestNames.of(
                field, asked.get(0).fields().stream().map(Field::name).toList());
        return Optional.of("The field '" + name + "' in 'columns' is not one of "
                + asked.get(0).name()
                + (nearest.isEmpty() ? "; correct it, or remove it." : "; did you mean " + nearest.get(0) + "?"));
    }
}
