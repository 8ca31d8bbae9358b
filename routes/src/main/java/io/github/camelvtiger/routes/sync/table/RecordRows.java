package io.github.camelvtiger.routes.sync.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.Target.Table.Columns;
import io.github.camelvtiger.values.TypedValues;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the rows of a table of what a CRM answers. A value that does not fit its column is kept in {@code _errors}. */
final class RecordRows {

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private final ModuleTable table;
    private final Columns fields;
    private final String module;
    private final TypedValues types;
    private final FieldHash hash;

    /**
     * @param table with the columns that are there
     * @param described the module, or what its items are
     */
    RecordRows(ModuleTable table, Columns fields, ModuleDescription described, FieldHash hash) {
        this.table = table;
        this.fields = fields;
        this.module = described.name();
        this.types = new TypedValues(described);
        this.hash = hash;
    }

    ModuleTable table() {
        return table;
    }

    /** Columns to values; those of this application but {@code _errors} are not among them. */
    Map<String, Object> of(Map<String, Object> record) {
        Map<String, Object> typed = types.of(record);
        Map<String, Object> row = new LinkedHashMap<>();
        Map<String, Object> errors = new LinkedHashMap<>();
        for (TableColumn column : table.columns()) {
            if (column.isOwn()) {
                continue;
            }
            try {
                row.put(column.name(), value(column, record.get(column.field()), typed.get(column.field())));
            } catch (IllegalArgumentException notFitting) {
                row.put(column.name(), null);
                // In one order in every process: rows are compared by it.
                Map<String, String> error = new LinkedHashMap<>();
                error.put("value", String.valueOf(kept(column.field(), record.get(column.field()))));
                error.put("reason", notFitting.getMessage());
                errors.put(column.field(), error);
            }
        }
        row.put(ModuleTable.ERRORS, errors.isEmpty() ? null : json(errors));
        return row;
    }

    private Object value(TableColumn column, Object raw, Object typed) {
        if (fields.hashes(module, column.field())) {
            return raw == null || raw.toString().isEmpty()
                    ? null
                    : column.type().fitted(hash.of(raw.toString()));
        }
        boolean isText = column.type().kind() == ColumnType.Kind.TEXT;
        boolean isUnreadable = typed == null && raw != null && !raw.toString().isBlank();
        Object value = isUnreadable ? raw : typed;
        return column.type().fitted(isText ? text(value) : value);
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            return json(value);
        }
        return value instanceof java.math.BigDecimal number
                ? number.toPlainString()
                : value == null ? null : value.toString();
    }

    /** The record as rejects may keep it: without what is blocked, and with hashes for what is hashed. */
    Map<String, Object> kept(Map<String, Object> record) {
        Map<String, Object> kept = new LinkedHashMap<>();
        record.forEach((field, value) -> {
            if (!fields.blocks(module, field)) {
                kept.put(field, kept(field, value));
            }
        });
        return kept;
    }

    private Object kept(String field, Object value) {
        boolean isHashed = fields.hashes(module, field)
                && value != null
                && !value.toString().isEmpty();
        return isHashed ? hash.of(value.toString()) : value;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is nothing that JSON has", e);
        }
    }
}
