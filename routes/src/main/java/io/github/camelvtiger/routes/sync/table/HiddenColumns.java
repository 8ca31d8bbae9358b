package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.definition.Target.Table.Columns;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The columns of a table whose values are not to be known. What they had in clear, before the sync file said so, is removed.
 *
 * @param blocked columns that fields would have that are not kept
 * @param hashed columns that have hashes
 */
record HiddenColumns(Set<String> blocked, Set<String> hashed) {

    static final HiddenColumns NONE = new HiddenColumns(Set.of(), Set.of());

    static HiddenColumns of(Columns columns, ModuleDescription module) {
        return new HiddenColumns(
                names(module, field -> columns.blocks(module.name(), field)),
                names(module, field -> columns.hashes(module.name(), field)));
    }

    private static Set<String> names(ModuleDescription module, Predicate<String> isHidden) {
        return module.fields().stream()
                .map(Field::name)
                .filter(isHidden)
                .map(Names::of)
                .collect(Collectors.toSet());
    }

    /** What is among the known columns of a table, besides the column itself, if it had hashes. */
    static String mark(String column) {
        return "#" + column;
    }

    /** Whether a column may have values in clear that must not be there. */
    boolean areInClear(String column, Set<String> former) {
        return blocked.contains(column) || hashed.contains(column) && !former.contains(mark(column));
    }
}
