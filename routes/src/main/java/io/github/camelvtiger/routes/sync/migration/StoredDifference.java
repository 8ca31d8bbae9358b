package io.github.camelvtiger.routes.sync.migration;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.inventory.ItemDifference;
import io.github.camelvtiger.inventory.LineItemUpdate;
import io.github.camelvtiger.values.AlteredFields;
import io.github.camelvtiger.values.FieldValues;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a moved record is otherwise in the target. */
public final class StoredDifference {

    private final ModuleDescription module;
    private final FieldValues values;
    private final AlteredFields altered;
    private final ItemDifference items = new ItemDifference(LineItemUpdate.REPLACE);

    /** @param module of the target */
    public StoredDifference(ModuleDescription module) {
        this.module = module;
        this.values = new FieldValues(module.name(), ZoneOffset.UTC);
        this.altered = new AlteredFields(module, values);
    }

    /** The fields that differ, with their values as they are wanted. */
    public Map<String, Object> of(Map<String, Object> wanted, Map<String, Object> stored) {
        Map<String, Object> wires = new LinkedHashMap<>();
        wanted.forEach((name, value) -> module.field(name)
                .filter(Field::editable)
                .ifPresent(field -> wires.put(name, values.wire(field, value).value())));
        wires.remove("id");
        // A record is marked when it is created, and never again.
        wires.remove("source");
        List<String> names = altered.of(wires, stored);
        Map<String, Object> difference = new LinkedHashMap<>();
        wanted.forEach((name, value) -> {
            if (names.contains(name)) {
                difference.put(name, value);
            }
        });
        Optional.ofNullable(wanted.get(LineItems.FIELD))
                .filter(any -> LineItems.MODULES.contains(module.name()) && items.isBetween(wanted, stored))
                .ifPresent(any -> difference.put(LineItems.FIELD, any));
        return difference;
    }
}
