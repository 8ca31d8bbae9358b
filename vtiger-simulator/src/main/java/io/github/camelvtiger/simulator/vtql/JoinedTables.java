package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.HashSet;
import java.util.Set;

/**
 * The tables that the server's SQL reads: the module's own, the one all records share, and those of the fields that are
 * selected or tested. A field that is only ordered by adds none, and MySQL then does not know its column.
 */
record JoinedTables(Set<String> names) {

    /** @param selected names of fields */
    static JoinedTables of(Statement statement, Set<String> selected, ModuleMetadata module) {
        Set<String> names = new HashSet<>(Set.of(""));
        selected.forEach(field -> add(field, module, names));
        statement.conditions().forEach(condition -> add(condition.field(), module, names));
        return new JoinedTables(names);
    }

    /** @throws HiddenSqlError if a field lies in a table that is not read */
    void check(Statement statement, ModuleMetadata module) {
        for (String field : statement.orderBy()) {
            if (!names.contains(table(field, module))) {
                throw new HiddenSqlError("order by " + field + " of a table that the query does not read");
            }
        }
    }

    private static void add(String field, ModuleMetadata module, Set<String> names) {
        names.add(table(field, module));
    }

    private static String table(String field, ModuleMetadata module) {
        return module.field(field).map(FieldMetadata::table).orElse("");
    }
}
