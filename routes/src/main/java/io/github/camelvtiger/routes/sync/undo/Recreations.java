package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ReferenceField;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Recreation;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Stays;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Deleted records, as they are to be created again, with what refers to them again. */
final class Recreations {

    private static final String ITEM = "LineItem";

    /** Of an item, made by the server or of no use to a new one. */
    private static final Set<String> OF_STORED_ITEM =
            Set.of("id", "parent_id", "product_name", "entity_type", "deleted", "sequence_no");

    private static final Set<String> OF_EACH_RECORD = Set.of("created_user_id", "source", "starred", "tags");

    private final CrmState crm;
    private final Function<String, StoredValues> values;

    Recreations(CrmState crm, Function<String, StoredValues> values) {
        this.crm = crm;
        this.values = values;
    }

    /** @param written fields of records that the run wrote, too, and in which no reference is set therefore */
    List<Recreation> of(List<RecordHistory> deleted, BiPredicate<RecordId, String> written, List<Stays> stays) {
        Map<RecordId, Map<String, Object>> back = UndoPlanner.present(crm, deleted);
        Map<RecordId, RecordHistory> gone = new LinkedHashMap<>();
        for (RecordHistory history : deleted) {
            if (back.containsKey(history.id)) {
                stays.add(new Stays(
                        history.module, history.id, Optional.empty(), "it is there, restored since or never deleted"));
            } else {
                gone.put(history.id, history);
            }
        }
        Map<RecordId, Map<String, Object>> fields = new LinkedHashMap<>();
        Map<RecordId, List<String>> lost = new HashMap<>();
        gone.values().forEach(history -> {
            lost.put(history.id, new ArrayList<>());
            fields.put(history.id, fields(history, lost.get(history.id)));
        });
        dropDangling(gone, fields, lost);
        Map<RecordId, Map<ReferenceField, List<RecordId>>> references = references(gone, fields, lost, written, stays);
        return gone.values().stream()
                .map(history -> new Recreation(
                        history.module,
                        history.id,
                        fields.get(history.id),
                        references.get(history.id),
                        lost(history, lost.get(history.id))))
                .toList();
    }

    private static List<String> lost(RecordHistory history, List<String> own) {
        List<String> lost = new ArrayList<>(own);
        lost.add("relations that are not fields");
        lost.add("its history, tags and files");
        return lost;
    }

    /** What was stored when it was deleted, with what the run had changed set back. */
    private Map<String, Object> fields(RecordHistory history, List<String> lost) {
        ModuleDescription module = crm.describe(history.module);
        Map<String, Object> fields = new LinkedHashMap<>();
        history.storedAtDelete.forEach((field, stored) -> {
            boolean asWritten = history.before.containsKey(field)
                    && history.isAsWritten(field, stored, values.apply(history.module));
            Object value = asWritten ? history.before.get(field) : stored;
            if (StoredValues.isEmpty(value)
                    || RecordHistory.STAMPS.contains(field)
                    || LineItems.isTotal(history.module, field)) {
                return;
            }
            if (field.equals(LineItems.FIELD)) {
                fields.put(field, items(value));
            } else if (module.field(field)
                    .filter(ModuleDescription.Field::editable)
                    .isPresent()) {
                fields.put(field, value);
            } else if (module.field(field).isPresent() && !OF_EACH_RECORD.contains(field)) {
                lost.add(field + " (" + value + ")");
            }
        });
        return fields;
    }

    /** Items as they can be sent again. */
    static Object items(Object stored) {
        if (!(stored instanceof Collection<?> items)) {
            return stored;
        }
        List<Map<String, Object>> sendable = new ArrayList<>();
        for (Object item : items) {
            Map<String, Object> copy = new LinkedHashMap<>();
            ((Map<?, ?>) item).forEach((name, value) -> copy.put(String.valueOf(name), value));
            copy.keySet().removeAll(OF_STORED_ITEM);
            sendable.add(copy);
        }
        return sendable;
    }

    /** A create that refers to a record which is gone is refused; what is created again is not gone. */
    private void dropDangling(
            Map<RecordId, RecordHistory> gone,
            Map<RecordId, Map<String, Object>> fields,
            Map<RecordId, List<String>> lost) {
        Map<String, Set<RecordId>> targets = new LinkedHashMap<>();
        forEachReference(gone, fields, (history, field, to) -> {
            if (!gone.containsKey(to)) {
                crm.moduleOf(to).ifPresent(module -> targets.computeIfAbsent(module, name -> new HashSet<>())
                        .add(to));
            }
        });
        Set<RecordId> there = new HashSet<>(gone.keySet());
        targets.forEach((module, ids) -> there.addAll(crm.records(module, ids).keySet()));
        forEachReference(gone, fields, (history, field, to) -> {
            if (!there.contains(to)) {
                fields.get(history.id).remove(field);
                lost.get(history.id).add(field + " (" + to + ", which is gone)");
            }
        });
    }

    private interface EachReference {
        void take(RecordHistory from, String field, RecordId to);
    }

    private void forEachReference(
            Map<RecordId, RecordHistory> gone, Map<RecordId, Map<String, Object>> fields, EachReference each) {
        gone.values().forEach(history -> crm.describe(history.module).fields().stream()
                .filter(field -> field.type().equals("reference"))
                .forEach(field -> {
                    String value = StoredValues.text(fields.get(history.id).get(field.name()));
                    if (RecordId.isOne(value)) {
                        each.take(history, field.name(), RecordId.parse(value));
                    }
                }));
    }

    /** A referrer that is created again gets the reference with its other fields. */
    private Map<RecordId, Map<ReferenceField, List<RecordId>>> references(
            Map<RecordId, RecordHistory> gone,
            Map<RecordId, Map<String, Object>> fields,
            Map<RecordId, List<String>> lost,
            BiPredicate<RecordId, String> written,
            List<Stays> stays) {
        Map<RecordId, Map<String, Object>> referrers = referrers(gone);
        Map<RecordId, Map<ReferenceField, List<RecordId>>> references = new HashMap<>();
        for (RecordHistory history : gone.values()) {
            Map<ReferenceField, List<RecordId>> own = new LinkedHashMap<>();
            references.put(history.id, own);
            history.referrers.forEach((field, ids) -> {
                if (field.module().equals(ITEM)) {
                    lost.get(history.id).add("its place in the items of orders");
                    return;
                }
                for (RecordId from : ids) {
                    Map<String, Object> again = fields.get(from);
                    if (written.test(from, field.field())) {
                        continue;
                    }
                    if (again != null) {
                        again.putIfAbsent(field.field(), history.id.toString());
                    } else if (!referrers.containsKey(from)) {
                        lost.get(history.id).add("the " + field.field() + " of " + from + ", which is gone");
                    } else if (isFree(referrers.get(from).get(field.field()), history.id)) {
                        own.computeIfAbsent(field, key -> new ArrayList<>()).add(from);
                    } else {
                        stays.add(new Stays(
                                field.module(),
                                from,
                                Optional.of(field.field()),
                                "it refers to another record since the run"));
                    }
                }
            });
        }
        return references;
    }

    private static boolean isFree(Object value, RecordId old) {
        return StoredValues.isEmpty(value) || old.toString().equals(value);
    }

    private Map<RecordId, Map<String, Object>> referrers(Map<RecordId, RecordHistory> gone) {
        Map<String, Set<RecordId>> ids = gone.values().stream()
                .flatMap(history -> history.referrers.entrySet().stream())
                .filter(entry -> !entry.getKey().module().equals(ITEM))
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().module(),
                        LinkedHashMap::new,
                        Collectors.flatMapping(entry -> entry.getValue().stream(), Collectors.toSet())));
        Map<RecordId, Map<String, Object>> referrers = new HashMap<>();
        ids.forEach((module, some) -> referrers.putAll(crm.records(module, some)));
        return referrers;
    }
}
