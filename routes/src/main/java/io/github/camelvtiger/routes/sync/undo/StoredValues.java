package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.inventory.ItemDifference;
import io.github.camelvtiger.inventory.LineItemUpdate;
import io.github.camelvtiger.values.FieldValues;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;

/**
 * Whether two values of a field are the same. An answer to a write and a later query may show one value in two forms, such as
 * {@code 10} and {@code 10.00}; texts are the same only if each character is.
 */
final class StoredValues {

    private final ModuleDescription module;
    private final FieldValues values;
    private final ItemDifference items = new ItemDifference(LineItemUpdate.REPLACE);

    StoredValues(ModuleDescription module) {
        this.module = module;
        this.values = new FieldValues(module.name(), ZoneOffset.UTC);
    }

    boolean same(String field, Object one, Object other) {
        if (field.equals(LineItems.FIELD)) {
            return !differ(one, other) && !differ(other, one);
        }
        if (text(one).equals(text(other))) {
            return true;
        }
        return module.field(field)
                .filter(known -> values.same(known, values.wire(known, one).value(), other))
                .isPresent();
    }

    private boolean differ(Object items, Object others) {
        return this.items.isBetween(order(items), order(others)) || isEmpty(items) != isEmpty(others);
    }

    private static Map<String, Object> order(Object items) {
        return Collections.singletonMap(LineItems.FIELD, items);
    }

    static boolean isEmpty(Object value) {
        return value instanceof Iterable<?> list
                ? !list.iterator().hasNext()
                : text(value).isEmpty();
    }

    /** A reference to a record that has a new id, with that. */
    static Object renamed(Object value, Map<RecordId, RecordId> newIds) {
        String text = text(value);
        RecordId id = RecordId.isOne(text) ? newIds.get(RecordId.parse(text)) : null;
        return id == null ? value : id.toString();
    }

    /** Nothing is an empty text to the CRM. */
    static String text(Object value) {
        return Objects.toString(value, "");
    }
}
