package io.github.camelvtiger.upsert;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.crm.RecordColumns;
import io.github.camelvtiger.inventory.ItemDifference;
import io.github.camelvtiger.values.FieldValues;
import io.github.camelvtiger.values.RecurringStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an upsert has to send. Match fields are equal as the CRM compares them, else the record would not have been found;
 * a key that differs in case only is not written back.
 */
final class RecordDifference {

    /** The CRM sets them itself; a record that comes from another one brings that one's values. */
    private static final Set<String> MADE_BY_SERVER = Set.of("id", "createdtime", "modifiedtime", "modifiedby");

    private final ModuleDescription module;
    private final MatchFields match;
    private final FieldValues values;
    private final int decimals;
    private final ItemDifference items;
    private final TruncatedTexts truncated;

    /** @param decimals to which the CRM rounds currencies */
    RecordDifference(
            ModuleDescription module,
            MatchFields match,
            FieldValues values,
            int decimals,
            ItemDifference items,
            TruncatedTexts truncated) {
        this.module = module;
        this.match = match;
        this.values = values;
        this.decimals = decimals;
        this.items = items;
        this.truncated = truncated;
    }

    /** What a create takes of the wanted record. */
    Map<String, Object> creatable(Map<String, Object> wanted) {
        Map<String, Object> record = new LinkedHashMap<>(wanted);
        record.keySet().removeAll(MADE_BY_SERVER);
        return record;
    }

    /** A write was answered: what the CRM has truncated is not to be sent again. */
    void written(Map<String, Object> sent, WriteResult written) {
        written.altered()
                .forEach(name -> truncated.learn(
                        module.name(), name, sent.get(name), written.record().get(name)));
    }

    /** The wanted fields that the stored record has otherwise; empty when it is as wanted. */
    Map<String, Object> changes(Map<String, Object> wanted, Map<String, Object> stored) {
        Map<String, Object> changes = new LinkedHashMap<>();
        wanted.forEach((name, value) -> {
            if (!MADE_BY_SERVER.contains(name) && !match.contains(name) && differs(name, value, wanted, stored)) {
                changes.put(name, value);
            }
        });
        return changes;
    }

    private boolean differs(String name, Object value, Map<String, Object> wanted, Map<String, Object> stored) {
        boolean isOrder = LineItems.MODULES.contains(module.name());
        if (isOrder && LineItems.FIELD.equals(name)) {
            return items.isBetween(wanted, stored);
        }
        Optional<Field> field = module.field(name);
        if (field.isEmpty() || isOrder && isOfOneItem(name)) {
            // What is not a field of the record itself the CRM ignores (webservice.md §5).
            return false;
        }
        if (RecurringStatus.isNotKept(module.name(), name, stored)) {
            return false;
        }
        return field.get().editable()
                && (!stored.containsKey(name)
                        || !values.sameRounded(
                                        field.get(),
                                        asKept(
                                                field.get(),
                                                values.wire(field.get(), value).value()),
                                        stored.get(name),
                                        decimals)
                                && !truncated.isKeptAs(module.name(), name, value, stored.get(name)));
    }

    /** The fields of a single item that an order is described with say nothing beside its items. */
    private static boolean isOfOneItem(String name) {
        return RecordColumns.isOfLineItem(name) && !name.startsWith("hdn");
    }

    /** What is too long the CRM cuts; it would be sent again each time. */
    private static Object asKept(Field field, Object wire) {
        if (!(wire instanceof String text) || field.length().isEmpty()) {
            return wire;
        }
        int length = field.length().getAsInt();
        return text.codePointCount(0, text.length()) > length
                ? text.substring(0, text.offsetByCodePoints(0, length))
                : text;
    }
}
