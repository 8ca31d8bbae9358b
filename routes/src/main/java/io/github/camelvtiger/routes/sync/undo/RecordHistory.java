package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ReferenceField;
import io.github.camelvtiger.crm.RecordColumns;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The writes of one record in a run, folded into one: what its fields were before, and what the CRM answered last. If another
 * client changed a field between two writes of the run, its value of then is the one before.
 */
final class RecordHistory {

    private static final String MODIFIED = "modifiedtime";

    /** Made by the server at each save. */
    static final Set<String> STAMPS = Set.of("id", "label", "createdtime", MODIFIED, "modifiedby");

    private static final String STOCK = "qtyinstock";

    final String module;
    final RecordId id;
    final Map<String, Object> before = new LinkedHashMap<>();
    final Map<String, Object> after = new LinkedHashMap<>();
    /** As sent, for what an answer shows otherwise than a query. */
    final Map<String, Object> sent = new LinkedHashMap<>();

    final Set<String> unknownBefore = new LinkedHashSet<>();
    /** Fields that were not sent and changed with those that were. */
    final Set<String> changedAlong = new LinkedHashSet<>();

    /** Fields of a created record that another client changed between two writes of the run. */
    final Set<String> edited = new LinkedHashSet<>();

    boolean created;
    boolean deleted;
    String modifiedTime = "";
    Map<String, Object> storedAtDelete = Map.of();
    Map<ReferenceField, List<RecordId>> referrers = Map.of();

    private final Deletions deletions;

    private RecordHistory(RunWrite first, Deletions deletions) {
        this.module = first.module();
        this.id = first.id();
        this.deletions = deletions;
    }

    /** What the run deleted so far, which silently empties the fields that referred to it ({@code change-feed.md §7}). */
    private static final class Deletions {

        private final Set<RecordId> deleted = new HashSet<>();
        private final Map<RecordId, Map<String, RecordId>> emptied = new HashMap<>();

        void add(RunWrite write) {
            deleted.add(write.id());
            write.referrers()
                    .forEach((field, ids) -> ids.forEach(from -> emptied.computeIfAbsent(from, key -> new HashMap<>())
                            .put(field.field(), write.id())));
        }
    }

    /** In the order of their first writes. */
    static Collection<RecordHistory> of(List<RunWrite> writes, Function<String, StoredValues> values) {
        Map<RecordId, RecordHistory> histories = new LinkedHashMap<>();
        Deletions deletions = new Deletions();
        for (RunWrite write : writes) {
            histories
                    .computeIfAbsent(write.id(), id -> new RecordHistory(write, deletions))
                    .add(write, values.apply(write.module()));
            if (write.kind() == PlannedWrite.Kind.DELETE) {
                deletions.add(write);
            }
        }
        return histories.values();
    }

    boolean isChange() {
        return !created && !deleted;
    }

    private void add(RunWrite write, StoredValues values) {
        switch (write.kind()) {
            case CREATE -> {
                created = true;
                after.putAll(write.sent());
                written(write);
            }
            case UPDATE, REVISE -> {
                if (created) {
                    edits(write.stored(), values);
                }
                write.sent().keySet().forEach(field -> before(field, write.stored(), values));
                written(write);
                along(write, values);
            }
            case DELETE -> {
                deleted = true;
                storedAtDelete = write.stored();
                referrers = write.referrers();
            }
        }
    }

    /** What another client changed since the run's last write of a record that it created. */
    private void edits(Map<String, Object> stored, StoredValues values) {
        after.keySet().stream()
                .filter(stored::containsKey)
                .filter(field -> !isAsWritten(field, stored.get(field), values))
                .forEach(edited::add);
        if (stored.containsKey(MODIFIED) && !modifiedTime.equals(StoredValues.text(stored.get(MODIFIED)))) {
            edited.add(MODIFIED);
        }
    }

    private void before(String field, Map<String, Object> stored, StoredValues values) {
        if (!stored.containsKey(field)) {
            unknownBefore.add(field);
        } else if (!after.containsKey(field) || !isAsWritten(field, stored.get(field), values)) {
            before.put(field, beforeDeletions(field, stored.get(field)));
        }
    }

    private Object beforeDeletions(String field, Object stored) {
        RecordId referred = deletions.emptied.getOrDefault(id, Map.of()).get(field);
        return referred != null && StoredValues.isEmpty(stored) ? referred.toString() : stored;
    }

    private void written(RunWrite write) {
        write.sent().forEach((field, value) -> {
            sent.put(field, value);
            after.put(field, write.answered().getOrDefault(field, value));
        });
        if (created) {
            write.answered().forEach((field, value) -> {
                if (!STAMPS.contains(field)) {
                    after.put(field, value);
                }
            });
        }
        modifiedTime = StoredValues.text(write.answered().get(MODIFIED));
    }

    private void along(RunWrite write, StoredValues values) {
        write.answered().forEach((field, value) -> {
            if (!STAMPS.contains(field)
                    && !write.sent().containsKey(field)
                    && write.stored().containsKey(field)
                    && !isOfItems(field)
                    && !values.same(field, write.stored().get(field), value)) {
                changedAlong.add(field);
            }
        });
        changedAlong.removeAll(sent.keySet());
    }

    /** Of an order, and computed from its items. */
    private boolean isOfItems(String field) {
        return LineItems.MODULES.contains(module)
                && (LineItems.isTotal(module, field)
                        || field.startsWith(LineItems.FIELD)
                        || RecordColumns.isOfLineItem(field));
    }

    private boolean isOfDeleted(String value) {
        return RecordId.isOne(value) && deletions.deleted.contains(RecordId.parse(value));
    }

    /**
     * Whether a field still has the value that the run left. The answer to a write decodes text that looks like an entity once
     * too often ({@code change-feed.md §5}); a reference to what the run itself deleted is empty; what the server computes of an
     * order's items is as they are; and orders, which refer to it, move the stock of a product.
     */
    boolean isAsWritten(String field, Object present, StoredValues values) {
        Object own = sent.get(field);
        return isOfItems(field) && !field.equals(LineItems.FIELD)
                || created && field.equals(STOCK) && LineItems.PRODUCTS.contains(module)
                || values.same(field, after.get(field), present)
                || Objects.toString(own, "").contains("&") && values.same(field, own, present)
                || StoredValues.isEmpty(present) && isOfDeleted(StoredValues.text(after.get(field)));
    }
}
