package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.Column;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.SqlNull;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A row that the database refused to insert into the module's table, for a NULL if none may be: the server goes on, so the
 * record is there with what is in other tables, without any of its own fields, and queries do not find it (seen on 8.2.0).
 */
final class RefusedRow {

    /** Fields of the table that all records share, and of those for tags and stars. */
    private static final Set<String> ELSEWHERE = Set.of(
            "id",
            "assigned_user_id",
            "description",
            "createdtime",
            "modifiedtime",
            "modifiedby",
            "source",
            "tags",
            "starred");

    private RefusedRow() {}

    /** @param values of a new record */
    static boolean refused(ModuleMetadata module, Map<String, String> values) {
        return module.entity()
                && module.fields().stream()
                        .anyMatch(field -> own(field)
                                && !nullable(field)
                                && isNull(field, values.getOrDefault(field.name(), "0")));
    }

    /** Whether the record has no row of its own. */
    static boolean of(StoredRow row) {
        return row.module().entity()
                && row.module().fields().stream().filter(RefusedRow::own).allMatch(field -> row.value(field.name())
                        .isEmpty());
    }

    /** The values without those of the module's own table, and of those that are read through it. */
    static Map<String, String> blanked(ModuleMetadata module, Map<String, String> values) {
        Map<String, String> blanked = new HashMap<>(values);
        module.fields().stream()
                .filter(field -> own(field)
                        || !ELSEWHERE.contains(field.name()) && Kinds.of(module).readThroughOwnTable())
                .forEach(field -> blanked.put(field.name(), ""));
        return blanked;
    }

    private static boolean own(FieldMetadata field) {
        return field.table().isEmpty() && !ELSEWHERE.contains(field.name());
    }

    private static boolean nullable(FieldMetadata field) {
        return !Boolean.FALSE.equals(field.described().get("nullable"));
    }

    private static boolean isNull(FieldMetadata field, String value) {
        return SqlNull.MARK.equals(value) || value.isEmpty() && wantsDate(field);
    }

    /** Whether the field is a date that cannot be NULL. */
    static boolean wantsDate(FieldMetadata field) {
        return field.column().kind() == Column.Kind.DATE && !nullable(field);
    }
}
