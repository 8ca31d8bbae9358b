package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.PlannedWrite.Kind;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.ReferenceField;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WriteInterceptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A CRM in memory: accounts, contacts that refer to an account and to another contact, orders with items, comments. A deletion empties what refers to
 * the record, and moves no clock; a comment moves that of its record.
 */
final class ModelCrm implements CrmState, UndoTarget {

    static final List<String> MODULES = List.of("Accounts", "Contacts", "Invoice", "ModComments");

    private static final Map<String, List<Field>> FIELDS = Map.of(
            "Accounts", List.of(text("name"), text("phone"), number("account_no"), number("source")),
            "Contacts",
                    List.of(
                            text("name"),
                            text("phone"),
                            reference("account_id", "Accounts"),
                            reference("reports_to", "Contacts"),
                            number("source")),
            "Invoice", List.of(text("name"), reference("account_id", "Accounts"), number("source")),
            "ModComments", List.of(text("name"), reference("related_to", "Accounts", "Contacts"), number("source")));

    private final Map<RecordId, Map<String, Object>> records = new TreeMap<>();
    private long ids;
    private long second = 1_000;

    private static Field text(String name) {
        return new Field(name, name, "string", false, true, List.of(), List.of());
    }

    /** What the server fills. */
    private static Field number(String name) {
        return new Field(name, name, "string", false, false, List.of(), List.of());
    }

    private static Field reference(String name, String... modules) {
        return new Field(name, name, "reference", false, true, List.of(modules), List.of());
    }

    static String module(RecordId id) {
        return MODULES.get(id.prefix());
    }

    void tick() {
        second++;
    }

    /** As they are; may be changed by the caller. */
    Map<RecordId, Map<String, Object>> snapshot() {
        Map<RecordId, Map<String, Object>> copy = new TreeMap<>();
        records.forEach((id, record) -> copy.put(id, new LinkedHashMap<>(record)));
        return copy;
    }

    boolean has(RecordId id) {
        return records.containsKey(id);
    }

    Map<String, Object> record(RecordId id) {
        return new LinkedHashMap<>(records.get(id));
    }

    RecordId create(String module, Map<String, Object> fields) {
        RecordId id = new RecordId(MODULES.indexOf(module), ++ids);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id.toString());
        FIELDS.get(module).forEach(field -> record.put(field.name(), ""));
        if (module.equals("Accounts")) {
            record.put("account_no", "ACC" + ids);
        }
        record.putAll(fields);
        records.put(id, record);
        stamp(id);
        if (module.equals("ModComments") && RecordId.isOne(StoredValues.text(fields.get("related_to")))) {
            stamp(RecordId.parse(String.valueOf(fields.get("related_to"))));
        }
        return id;
    }

    void change(RecordId id, Map<String, Object> fields) {
        records.get(id).putAll(fields);
        stamp(id);
    }

    void delete(RecordId id) {
        records.remove(id);
        records.values()
                .forEach(record -> record.replaceAll(
                        (field, value) -> !field.equals("id") && id.toString().equals(value) ? "" : value));
    }

    private void stamp(RecordId id) {
        if (records.containsKey(id)) {
            records.get(id).put("modifiedtime", String.valueOf(second));
        }
    }

    @Override
    public ModuleDescription describe(String module) {
        return new ModuleDescription(module, module, MODULES.indexOf(module), FIELDS.get(module), Map.of());
    }

    @Override
    public Optional<String> moduleOf(RecordId id) {
        return Optional.of(module(id));
    }

    @Override
    public Map<RecordId, Map<String, Object>> records(String module, Collection<RecordId> wanted) {
        Map<RecordId, Map<String, Object>> found = new HashMap<>();
        wanted.stream().filter(records::containsKey).forEach(id -> found.put(id, record(id)));
        return found;
    }

    @Override
    public Map<String, RecordId> marked(String module, Collection<String> marks) {
        Map<String, RecordId> marked = new HashMap<>();
        records.forEach((id, record) -> {
            if (module(id).equals(module) && marks.contains(StoredValues.text(record.get("source")))) {
                marked.put(StoredValues.text(record.get("source")), id);
            }
        });
        return marked;
    }

    @Override
    public Map<RecordId, Map<ReferenceField, List<RecordId>>> referrers(String module, Collection<RecordId> wanted) {
        Map<RecordId, Map<ReferenceField, List<RecordId>>> found = new HashMap<>();
        wanted.stream().filter(records::containsKey).forEach(id -> found.put(id, referrers(id)));
        return found;
    }

    Map<ReferenceField, List<RecordId>> referrers(RecordId to) {
        Map<ReferenceField, List<RecordId>> found = new LinkedHashMap<>();
        records.forEach((from, record) -> references(module(from))
                .filter(field -> to.toString().equals(record.get(field.name())))
                .forEach(field -> found.computeIfAbsent(
                                new ReferenceField(module(from), field.name()), key -> new ArrayList<>())
                        .add(from)));
        return found;
    }

    static Stream<Field> references(String module) {
        return FIELDS.get(module).stream().filter(field -> field.type().equals("reference"));
    }

    @Override
    public BatchResult create(String module, List<Map<String, Object>> elements, WriteInterceptor interceptor) {
        List<BatchItem> items = new ArrayList<>();
        for (Map<String, Object> fields : elements) {
            PlannedWrite write = PlannedWrite.create(items.size(), module, fields);
            items.add(written(write, interceptor, () -> create(module, fields)));
        }
        return new BatchResult(items);
    }

    @Override
    public BatchResult revise(List<Map<String, Object>> elements, WriteInterceptor interceptor) {
        List<BatchItem> items = new ArrayList<>();
        for (Map<String, Object> element : elements) {
            RecordId id = RecordId.parse(String.valueOf(element.get("id")));
            Map<String, Object> fields = new LinkedHashMap<>(element);
            fields.remove("id");
            items.add(onExisting(items.size(), Kind.REVISE, id, fields, interceptor, () -> change(id, fields)));
        }
        return new BatchResult(items);
    }

    @Override
    public BatchResult delete(List<RecordId> elements, WriteInterceptor interceptor) {
        List<BatchItem> items = new ArrayList<>();
        for (RecordId id : elements) {
            items.add(onExisting(items.size(), Kind.DELETE, id, Map.of(), interceptor, () -> delete(id)));
        }
        return new BatchResult(items);
    }

    private BatchItem onExisting(
            int index,
            Kind kind,
            RecordId id,
            Map<String, Object> fields,
            WriteInterceptor interceptor,
            Runnable effect) {
        if (!has(id)) {
            return new BatchItem(
                    index,
                    id.toString(),
                    BatchItem.Outcome.FAILED,
                    null,
                    new RecordNotFoundException("gone", FailureContext.NONE));
        }
        PlannedWrite write = new PlannedWrite(
                index,
                kind,
                module(id),
                Optional.of(id),
                record(id),
                fields,
                kind == Kind.DELETE ? referrers(id) : Map.of());
        return written(write, interceptor, () -> {
            effect.run();
            return id;
        });
    }

    private BatchItem written(PlannedWrite write, WriteInterceptor interceptor, Supplier<RecordId> effect) {
        try {
            CompletableFuture<Void> allowed = interceptor.before(write);
            allowed.join();
        } catch (CompletionException withheld) {
            return new BatchItem(
                    write.index(), null, BatchItem.Outcome.FAILED, null, (VtigerException) withheld.getCause());
        }
        RecordId id = effect.get();
        Map<String, Object> answer = has(id) ? record(id) : Map.of();
        interceptor.after(write, answer);
        return new BatchItem(write.index(), id.toString(), BatchItem.Outcome.UPDATED, answer, null);
    }
}
