package io.github.camelvtiger.simulator.store;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.Map;

/**
 * One record of a module as a reader sees it at one moment; immutable, a save replaces it. Values are the texts the
 * server gives out ({@code "1234.50000000"}, {@code "11x3"}, {@code "2026-11-23 19:30:16"}); empty is {@code ""}.
 *
 * @param number the part of the id after the x
 * @param values by the index of {@link ModuleMetadata#fieldIndex}; null for an empty one, and for {@code id}, which is not stored
 */
public record StoredRow(ModuleMetadata module, long number, String[] values, boolean deleted) {

    public static StoredRow of(ModuleMetadata module, long number, Map<String, String> values) {
        return new StoredRow(module, number, new String[module.fields().size()], false).with(values);
    }

    public String id() {
        return module.idPrefix() + "x" + number;
    }

    /** @return {@code ""} for an empty one, and for a field that the module does not have */
    public String value(String field) {
        int index = module.fieldIndex(field);
        if (index < 0) {
            return "";
        }
        return field.equals("id") ? id() : text(index);
    }

    /** The value of the field at this place, as it is given out; not for {@code id}. */
    public String text(int index) {
        String value = values[index];
        return value == null || DanglingReference.is(value) || SqlNull.is(value) ? "" : value;
    }

    /** Whether the text at this place is NULL. */
    public boolean isNull(int index) {
        return SqlNull.is(values[index]);
    }

    /** The number that a reference or owner has in the database, {@code "0"} for none: it may be of a record that is gone. */
    public String referredNumber(int index) {
        String value = values[index];
        if (value == null || SqlNull.is(value)) {
            return "0";
        }
        return DanglingReference.is(value) ? DanglingReference.number(value) : value.substring(value.indexOf('x') + 1);
    }

    /** The same record with some fields changed; names the module does not have are passed over. */
    public StoredRow with(Map<String, String> changes) {
        String[] changed = values.clone();
        changes.forEach((field, value) -> {
            int index = module.fieldIndex(field);
            if (index >= 0) {
                changed[index] = value.isEmpty() ? null : value;
            }
        });
        return new StoredRow(module, number, changed, deleted);
    }

    StoredRow asDeleted() {
        return new StoredRow(module, number, values, true);
    }
}
