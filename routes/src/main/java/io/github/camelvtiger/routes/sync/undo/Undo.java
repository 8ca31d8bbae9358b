package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Change;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Recreation;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Removal;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Stays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Carries out one plan: deleted records are created again first, since others may refer to them; created ones are deleted last, when
 * nothing refers to them any more. Just before each write its record is compared with the plan once more.
 */
public final class Undo {

    private final UndoTarget target;
    private final CrmState state;
    private final Function<String, StoredValues> values;
    private final WriteInterceptor journal;
    private final Map<RecordId, RecordId> recreated = new HashMap<>();
    private final Map<RecordId, RecordId> newIds = new HashMap<>();
    private final List<Stays> stays = new ArrayList<>();

    /** @param journal sees each write that is sent: an undo is a run itself */
    public Undo(UndoTarget target, CrmState state, WriteInterceptor journal) {
        Map<String, StoredValues> known = new HashMap<>();
        this.target = target;
        this.state = state;
        this.values = module -> known.computeIfAbsent(module, name -> new StoredValues(state.describe(name)));
        this.journal = journal;
    }

    public UndoResult apply(UndoPlan plan) {
        newIds.putAll(plan.recreated());
        List<Element> late = recreate(plan.recreations());
        int changed = revise(plan.changes().stream().map(this::change).toList());
        List<Element> references = new ArrayList<>(late);
        plan.recreations().forEach(recreation -> references.addAll(references(recreation)));
        int referring = revise(references);
        int removed = remove(plan.removals());
        return new UndoResult(changed, removed, recreated, referring, stays);
    }

    /** An element of a batch. */
    private record Element(String module, RecordId id, Map<String, Object> record, GuardedWrites.Guard guard) {}

    private static GuardedWrites.Guard unguarded() {
        return write -> Optional.empty();
    }

    /** @return references among them that could not be sent with their creates */
    private List<Element> recreate(List<Recreation> recreations) {
        Set<RecordId> all = recreations.stream().map(Recreation::id).collect(Collectors.toSet());
        List<Recreation> left = new ArrayList<>(recreations);
        Map<Recreation, List<String>> late = new LinkedHashMap<>();
        while (!left.isEmpty()) {
            List<Recreation> ready =
                    left.stream().filter(each -> waiting(each, all).isEmpty()).toList();
            if (ready.isEmpty()) {
                // They refer to each other in a circle; one begins without its reference.
                ready = List.of(left.get(0));
                late.put(left.get(0), waiting(left.get(0), all));
            }
            left.removeAll(ready);
            ready.stream()
                    .collect(Collectors.groupingBy(Recreation::module, LinkedHashMap::new, Collectors.toList()))
                    .forEach((module, some) -> create(module, some, late));
            ready.forEach(each -> all.remove(each.id()));
        }
        List<Element> elements = new ArrayList<>();
        late.forEach((recreation, fields) -> {
            RecordId id = recreated.get(recreation.id());
            if (id != null) {
                Map<String, Object> record = new LinkedHashMap<>();
                fields.forEach(
                        field -> record.put(field, renamed(recreation.fields().get(field))));
                elements.add(element(recreation.module(), id, record, unguarded()));
            }
        });
        return elements;
    }

    /** Its fields that refer to records which are not created again yet. */
    private static List<String> waiting(Recreation recreation, Set<RecordId> uncreated) {
        return recreation.fields().entrySet().stream()
                .filter(field -> id(field.getValue())
                        .filter(to -> uncreated.contains(to) && !to.equals(recreation.id()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void create(String module, List<Recreation> recreations, Map<Recreation, List<String>> late) {
        List<Map<String, Object>> records = recreations.stream()
                .map(recreation -> {
                    Map<String, Object> record = new LinkedHashMap<>(recreation.fields());
                    record.keySet().removeAll(late.getOrDefault(recreation, List.of()));
                    record.replaceAll((field, value) -> renamed(value));
                    return record;
                })
                .toList();
        BatchResult result = target.create(
                module,
                records,
                new GuardedWrites(recreations.stream().map(each -> unguarded()).toList(), journal));
        for (BatchItem item : result) {
            Recreation recreation = recreations.get(item.index());
            if (item.hasFailed()) {
                failed(module, recreation.id(), item);
            } else {
                recreated.put(recreation.id(), RecordId.parse(item.id()));
                newIds.put(recreation.id(), RecordId.parse(item.id()));
            }
        }
    }

    private Element change(Change change) {
        Map<String, Object> record = new LinkedHashMap<>();
        change.fields().forEach((field, between) -> {
            Object before = between.before() == null ? "" : between.before();
            record.put(field, field.equals(LineItems.FIELD) ? Recreations.items(before) : renamed(before));
        });
        return element(change.module(), change.id(), record, write -> change.fields().entrySet().stream()
                .filter(field -> !values.apply(change.module())
                        .same(
                                field.getKey(),
                                field.getValue().now(),
                                write.stored().get(field.getKey())))
                .findFirst()
                .map(field -> field.getKey() + " was changed a moment ago"));
    }

    private List<Element> references(Recreation recreation) {
        RecordId id = recreated.get(recreation.id());
        List<Element> elements = new ArrayList<>();
        if (id != null) {
            recreation
                    .references()
                    .forEach((field, referrers) -> referrers.forEach(from -> elements.add(element(
                            field.module(),
                            from,
                            new LinkedHashMap<>(Map.of(field.field(), id.toString())),
                            write -> isFree(write.stored().get(field.field()), recreation.id())
                                    ? Optional.empty()
                                    : Optional.of(field.field() + " was changed a moment ago")))));
        }
        return elements;
    }

    private static boolean isFree(Object value, RecordId old) {
        return StoredValues.isEmpty(value) || old.toString().equals(value);
    }

    private static Element element(String module, RecordId id, Map<String, Object> fields, GuardedWrites.Guard guard) {
        fields.put("id", id.toString());
        return new Element(module, id, fields, guard);
    }

    private int revise(List<Element> elements) {
        if (elements.isEmpty()) {
            return 0;
        }
        BatchResult result = target.revise(
                elements.stream().map(Element::record).toList(),
                new GuardedWrites(elements.stream().map(Element::guard).toList(), journal));
        result.failed().forEach(item -> {
            Element element = elements.get(item.index());
            failed(element.module(), element.id(), item);
        });
        return result.succeeded().size();
    }

    private int remove(List<Removal> removals) {
        if (removals.isEmpty()) {
            return 0;
        }
        Set<RecordId> gone = ConcurrentHashMap.newKeySet();
        BatchResult result = target.delete(
                removals.stream().map(Removal::id).toList(),
                new GuardedWrites(
                        removals.stream()
                                .<GuardedWrites.Guard>map(removal -> write -> hindrance(removal, write, gone))
                                .toList(),
                        journal,
                        write -> gone.add(write.id().orElseThrow())));
        result.failed().forEach(item -> {
            Removal removal = removals.get(item.index());
            failed(removal.module(), removal.id(), item);
        });
        return result.succeeded().size();
    }

    private Optional<String> hindrance(Removal removal, PlannedWrite write, Set<RecordId> gone) {
        if (!removal.modifiedTime().equals(StoredValues.text(write.stored().get("modifiedtime")))) {
            return Optional.of("it was changed a moment ago");
        }
        return state.ofOrders(write.referrers()).values().stream()
                .flatMap(List::stream)
                .filter(from -> !from.equals(removal.id())
                        && !gone.contains(from)
                        && !removal.circle().contains(from))
                .findFirst()
                .map(from -> from + " refers to it");
    }

    private void failed(String module, RecordId id, BatchItem item) {
        stays.add(new Stays(module, id, Optional.empty(), item.error().getMessage()));
    }

    /** The new id of a record that was created again. */
    private Object renamed(Object value) {
        return StoredValues.renamed(value, newIds);
    }

    private static Optional<RecordId> id(Object value) {
        String text = StoredValues.text(value);
        return RecordId.isOne(text) ? Optional.of(RecordId.parse(text)) : Optional.empty();
    }
}
