package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Change;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Recreation;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Removal;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Stays;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares what a run wrote with what is in the CRM now. A field goes back only if it still has the value that the CRM
 * answered to the run; everything else was changed since, and stays.
 */
public final class UndoPlanner {

    private final CrmState crm;
    private final EarlierUndo earlier;
    private final Map<String, StoredValues> values = new HashMap<>();

    /** @param run the one that is undone */
    public UndoPlanner(CrmState crm, String run) {
        this.crm = crm;
        this.earlier = new EarlierUndo(crm, run);
    }

    /** @param writes of a run, or those of them that are to be undone, in the order in which they were made */
    public UndoPlan plan(List<RunWrite> writes) {
        Collection<RecordHistory> histories = RecordHistory.of(writes, this::values);
        List<RecordHistory> deleted = select(histories, history -> history.deleted && !history.created);
        Map<RecordId, RecordId> recreated = earlier.recreated(deleted);
        List<Stays> stays = new ArrayList<>();
        List<Change> changes = changes(select(histories, RecordHistory::isChange), recreated, stays);
        List<Removal> removals = new Removals(crm, this::values)
                .of(select(histories, history -> history.created && !history.deleted), changes, stays);
        Recreations recreations =
                new Recreations(crm, this::values, earlier::mark, recreated, ownWrites(histories, removals), stays);
        List<Recreation> again = recreations.of(deleted);
        changes.addAll(recreations.late());
        return new UndoPlan(changes, again, removals, stays, recreated);
    }

    /** Fields that go back by themselves, as far as they do, so that no reference is set in them. */
    private static BiPredicate<RecordId, String> ownWrites(
            Collection<RecordHistory> histories, List<Removal> removals) {
        Map<RecordId, Set<String>> fields = new HashMap<>();
        histories.forEach(history -> fields.put(history.id, history.before.keySet()));
        Set<RecordId> removed = removals.stream().map(Removal::id).collect(Collectors.toSet());
        return (id, field) ->
                removed.contains(id) || fields.getOrDefault(id, Set.of()).contains(field);
    }

    private StoredValues values(String module) {
        return values.computeIfAbsent(module, name -> new StoredValues(crm.describe(name)));
    }

    private static List<RecordHistory> select(Collection<RecordHistory> histories, Predicate<RecordHistory> which) {
        return histories.stream().filter(which).toList();
    }

    /** The records of the histories that are there. */
    static Map<RecordId, Map<String, Object>> present(CrmState crm, List<RecordHistory> histories) {
        Map<RecordId, Map<String, Object>> present = new HashMap<>();
        histories.stream()
                .collect(Collectors.groupingBy(history -> history.module, LinkedHashMap::new, Collectors.toList()))
                .forEach((module, some) -> present.putAll(crm.records(
                        module, some.stream().map(history -> history.id).toList())));
        return present;
    }

    private List<Change> changes(List<RecordHistory> histories, Map<RecordId, RecordId> recreated, List<Stays> stays) {
        Map<RecordId, Map<String, Object>> present = present(crm, histories);
        List<Change> changes = new ArrayList<>();
        for (RecordHistory history : histories) {
            Map<String, Object> record = present.get(history.id);
            if (record == null) {
                stays.add(new Stays(history.module, history.id, Optional.empty(), "it was deleted since the run"));
                continue;
            }
            Map<String, Values> fields = new LinkedHashMap<>();
            history.before.forEach((field, before) -> {
                Object now = record.get(field);
                if (values(history.module).same(field, StoredValues.renamed(before, recreated), now)) {
                    return;
                }
                Optional<String> hindrance = hindrance(history, field, now);
                if (hindrance.isEmpty()) {
                    fields.put(field, new Values(now, before));
                } else {
                    stays.add(new Stays(history.module, history.id, Optional.of(field), hindrance.get()));
                }
            });
            history.unknownBefore.forEach(field -> stays.add(new Stays(
                    history.module, history.id, Optional.of(field), "its value before the run is not known")));
            history.changedAlong.forEach(field -> stays.add(new Stays(
                    history.module, history.id, Optional.of(field), "the CRM changed it along with the others")));
            if (!fields.isEmpty()) {
                changes.add(new Change(history.module, history.id, fields));
            }
        }
        return changes;
    }

    private Optional<String> hindrance(RecordHistory history, String field, Object now) {
        if (!history.isAsWritten(field, now, values(history.module))) {
            return Optional.of("it was changed since the run");
        }
        boolean fixed = crm.describe(history.module)
                .field(field)
                .filter(known -> !known.editable())
                .isPresent();
        return fixed ? Optional.of("no client can write it") : Optional.empty();
    }
}
