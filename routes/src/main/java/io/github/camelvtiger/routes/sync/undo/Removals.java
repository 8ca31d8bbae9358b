package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ReferenceField;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Change;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Removal;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Stays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Created records that may be deleted: they are as the run left them, and nothing refers to them but what is deleted or set
 * back as well.
 */
final class Removals {

    private static final int MOST_NAMED = 5;

    private final CrmState crm;
    private final Function<String, StoredValues> values;

    Removals(CrmState crm, Function<String, StoredValues> values) {
        this.crm = crm;
        this.values = values;
    }

    List<Removal> of(List<RecordHistory> created, List<Change> changes, List<Stays> stays) {
        Map<RecordId, RecordHistory> candidates = unchanged(created, stays);
        Map<RecordId, List<Reference>> references = references(candidates, changes);
        boolean again = true;
        while (again) {
            List<RecordId> held = candidates.keySet().stream()
                    .filter(id -> references.get(id).stream().anyMatch(one -> !candidates.containsKey(one.from())))
                    .toList();
            for (RecordId id : held) {
                RecordHistory history = candidates.remove(id);
                stays.add(stays(history, "other records refer to it: " + named(references.get(id))));
            }
            again = !held.isEmpty();
        }
        return ordered(candidates, references);
    }

    private record Reference(ReferenceField field, RecordId from) {}

    private Map<RecordId, RecordHistory> unchanged(List<RecordHistory> created, List<Stays> stays) {
        Map<RecordId, Map<String, Object>> present = UndoPlanner.present(crm, created);
        Map<RecordId, RecordHistory> unchanged = new LinkedHashMap<>();
        for (RecordHistory history : created) {
            Map<String, Object> record = present.get(history.id);
            if (record == null) {
                continue;
            }
            List<String> changed = changed(history, record);
            if (changed.isEmpty()) {
                unchanged.put(history.id, history);
            } else {
                stays.add(stays(history, "another client changed it: " + String.join(", ", changed)));
            }
        }
        return unchanged;
    }

    private List<String> changed(RecordHistory history, Map<String, Object> record) {
        Set<String> changed = new LinkedHashSet<>(history.edited);
        history.after.forEach((field, value) -> {
            if (record.containsKey(field)
                    && !history.isAsWritten(field, record.get(field), values.apply(history.module))) {
                changed.add(field);
            }
        });
        if (!history.modifiedTime.equals(StoredValues.text(record.get("modifiedtime")))) {
            changed.add("modifiedtime");
        }
        return List.copyOf(changed);
    }

    /** Without those that this undo sets back. */
    private Map<RecordId, List<Reference>> references(Map<RecordId, RecordHistory> to, List<Change> changes) {
        Map<RecordId, Change> changed =
                changes.stream().collect(Collectors.toMap(Change::id, Function.identity(), (one, same) -> one));
        Map<RecordId, List<Reference>> references = new HashMap<>();
        to.keySet().forEach(id -> references.put(id, new ArrayList<>()));
        to.values().stream()
                .collect(Collectors.groupingBy(
                        history -> history.module, Collectors.mapping(history -> history.id, Collectors.toList())))
                .forEach((module, ids) -> crm.referrers(module, ids)
                        .forEach((id, fields) -> fields.forEach((field, from) -> from.stream()
                                .filter(one -> !one.equals(id) && !isSetBack(changed.get(one), field))
                                .forEach(one -> references.get(id).add(new Reference(field, one))))));
        return references;
    }

    private static boolean isSetBack(Change change, ReferenceField field) {
        return change != null && change.fields().containsKey(field.field());
    }

    /** Those that refer to others first; where they refer to each other, the last created. */
    private static List<Removal> ordered(
            Map<RecordId, RecordHistory> candidates, Map<RecordId, List<Reference>> references) {
        List<RecordId> latestFirst = new ArrayList<>(candidates.keySet());
        Collections.reverse(latestFirst);
        Set<RecordId> left = new LinkedHashSet<>(latestFirst);
        List<Removal> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<RecordId> free = left.stream()
                    .filter(id -> references.get(id).stream().noneMatch(one -> left.contains(one.from())))
                    .toList();
            List<RecordId> next = free.isEmpty() ? List.of(left.iterator().next()) : free;
            next.forEach(id -> {
                Set<RecordId> circle = references.get(id).stream()
                        .map(Reference::from)
                        .filter(left::contains)
                        .collect(Collectors.toSet());
                RecordHistory history = candidates.get(id);
                ordered.add(new Removal(history.module, id, history.modifiedTime, circle));
            });
            next.forEach(left::remove);
        }
        return ordered;
    }

    private static String named(List<Reference> references) {
        return references.stream()
                        .limit(MOST_NAMED)
                        .map(one -> one.from() + " (" + one.field().field() + " of "
                                + one.field().module() + ")")
                        .collect(Collectors.joining(", "))
                + (references.size() > MOST_NAMED ? ", ..." : "");
    }

    private static Stays stays(RecordHistory history, String reason) {
        return new Stays(history.module, history.id, Optional.empty(), reason);
    }
}
