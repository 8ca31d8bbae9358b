package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ReferenceField;
import io.github.camelvtiger.routes.sync.mark.Mark;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Change;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Recreation;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Stays;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Values;
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

/**
 * Deleted records, as they are to be created again, with what refers to them again. Of those that an earlier undo has created
 * only the references that it did not get to are left.
 */
final class Recreations {

    private static final String ITEM = "LineItem";

    /** Of an item, made by the server or of no use to a new one. */
    private static final Set<String> OF_STORED_ITEM =
            Set.of("id", "parent_id", "product_name", "entity_type", "deleted", "sequence_no");

    private static final Set<String> OF_EACH_RECORD = Set.of("created_user_id", Mark.FIELD, "starred", "tags");

    private final CrmState crm;
    private final Function<String, StoredValues> values;
    private final Function<RecordHistory, Optional<String>> marks;
    private final Map<RecordId, RecordId> recreated;
    private final BiPredicate<RecordId, String> written;
    private final List<Stays> stays;
    private final List<Change> late = new ArrayList<>();

    /**
     * @param marks those of the records that are created again
     * @param recreated the new ids of those that an earlier undo has created again
     * @param written fields of records that the run wrote, too, and in which no reference is set therefore
     * @param stays takes what cannot be restored
     */
    Recreations(
            CrmState crm,
            Function<String, StoredValues> values,
            Function<RecordHistory, Optional<String>> marks,
            Map<RecordId, RecordId> recreated,
            BiPredicate<RecordId, String> written,
            List<Stays> stays) {
        this.crm = crm;
        this.values = values;
        this.marks = marks;
        this.recreated = recreated;
        this.written = written;
        this.stays = stays;
    }

    List<Recreation> of(List<RecordHistory> deleted) {
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
        Map<RecordId, Map<ReferenceField, List<RecordId>>> references = references(gone, fields, lost);
        addOwnReferences(gone, fields);
        List<RecordHistory> left = gone.values().stream()
                .filter(history -> !recreated.containsKey(history.id))
                .toList();
        left.forEach(history ->
                marks.apply(history).ifPresent(mark -> fields.get(history.id).put(Mark.FIELD, mark)));
        return left.stream()
                .map(history -> new Recreation(
                        history.module,
                        history.id,
                        fields.get(history.id),
                        references.get(history.id),
                        lost(history, lost.get(history.id))))
                .toList();
    }

    /** References of, and to, records that an earlier undo has created again. */
    List<Change> late() {
        return late;
    }

    /** A record that an earlier undo created before one that it refers to. */
    private void addOwnReferences(Map<RecordId, RecordHistory> gone, Map<RecordId, Map<String, Object>> fields) {
        Map<RecordId, Map<String, Object>> there = new HashMap<>();
        gone.values().stream()
                .filter(history -> recreated.containsKey(history.id))
                .collect(Collectors.groupingBy(
                        history -> history.module,
                        Collectors.mapping(history -> recreated.get(history.id), Collectors.toList())))
                .forEach((module, ids) -> there.putAll(crm.records(module, ids)));
        forEachReference(gone, fields, (history, field, to) -> {
            Map<String, Object> record = there.get(recreated.get(history.id));
            if (record != null && gone.containsKey(to) && StoredValues.isEmpty(record.get(field))) {
                addLate(history.module, recreated.get(history.id), field, record.get(field), to);
            }
        });
    }

    private void addLate(String module, RecordId id, String field, Object now, RecordId to) {
        late.add(new Change(module, id, Map.of(field, new Values(now, to.toString()))));
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
            Map<RecordId, List<String>> lost) {
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
                    } else {
                        refer(field, from, referrers.get(from).get(field.field()), history.id, own);
                    }
                }
            });
        }
        return references;
    }

    private void refer(
            ReferenceField field, RecordId from, Object now, RecordId to, Map<ReferenceField, List<RecordId>> own) {
        RecordId there = recreated.get(to);
        if (there != null && there.toString().equals(now)) {
            return;
        }
        if (!isFree(now, to)) {
            stays.add(new Stays(
                    field.module(), from, Optional.of(field.field()), "it refers to another record since the run"));
        } else if (there != null) {
            addLate(field.module(), from, field.field(), now, to);
        } else {
            own.computeIfAbsent(field, key -> new ArrayList<>()).add(from);
        }
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
