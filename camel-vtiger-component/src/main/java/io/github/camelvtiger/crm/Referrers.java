package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ReferenceField;
import io.github.camelvtiger.names.LookupFailures;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the records that refer to others, by the reference fields that {@code describe} shows: for a hundred records of a
 * module a query for each field that may refer to it, and more where a page of them was full. Many-to-many relations are not
 * fields, and modules that the user cannot describe or query, such as Emails, show nothing.
 */
public final class Referrers {

    /** So many ids fit into the address of a request. */
    private static final int TOGETHER = 100;

    private static final String ITEM = "LineItem";
    private static final String ORDER = "parent_id";

    private final VtigerClient client;

    public Referrers(VtigerClient client) {
        this.client = client;
    }

    /**
     * @param module of the records, its API name
     * @return for each of the ids the ids that refer to it, ascending; fields without any are left out
     */
    public CompletableFuture<Map<RecordId, Map<ReferenceField, List<RecordId>>>> of(
            String module, Collection<RecordId> ids) {
        return fields(module).thenCompose(fields -> {
            Map<RecordId, Map<ReferenceField, List<RecordId>>> found = new HashMap<>();
            ids.forEach(id -> found.put(id, new LinkedHashMap<>()));
            List<RecordId> all = List.copyOf(ids);
            CompletableFuture<Void> asked = CompletableFuture.completedFuture(null);
            for (ReferenceField field : fields) {
                for (int from = 0; from < all.size(); from += TOGETHER) {
                    List<RecordId> some = all.subList(from, Math.min(from + TOGETHER, all.size()));
                    asked = asked.thenCompose(nothing -> rows(field, some))
                            .thenAccept(rows -> rows.forEach(row -> add(field, row, found)));
                }
            }
            return asked.thenApply(nothing -> found);
        });
    }

    private CompletableFuture<List<ReferenceField>> fields(String module) {
        List<ReferenceField> fields = new ArrayList<>();
        return client.listTypes().thenCompose(types -> {
            CompletableFuture<Void> described = CompletableFuture.completedFuture(null);
            for (String type : types) {
                described = described
                        .thenCompose(nothing -> LookupFailures.emptyWhereDenied(client.describe(type)))
                        .thenAccept(description -> description.ifPresent(it -> it.fields().stream()
                                .filter(field -> refers(it, field, module))
                                .forEach(field -> fields.add(new ReferenceField(type, field.name())))));
            }
            return described.thenApply(nothing -> fields);
        });
    }

    /** An order's items are its own; those of a product are found as items, not as the fields that orders are described with. */
    private static boolean refers(ModuleDescription from, Field field, String module) {
        boolean ofItem = LineItems.MODULES.contains(from.name()) && RecordColumns.isOfLineItem(field.name());
        boolean ownOrder = from.name().equals(ITEM) && field.name().equals(ORDER);
        return field.refersTo().contains(module) && RecordColumns.isName(field.name()) && !ofItem && !ownOrder;
    }

    private CompletableFuture<List<Map<String, Object>>> rows(ReferenceField field, List<RecordId> ids) {
        return LookupFailures.emptyWhereDenied(client.query("select id, " + field.field() + " from " + field.module()
                        + " where " + field.field() + " in (" + VtqlLiteral.of(ids) + ") order by id"))
                .thenApply(rows -> rows.orElse(List.of()));
    }

    private static void add(
            ReferenceField field, Map<String, Object> row, Map<RecordId, Map<ReferenceField, List<RecordId>>> found) {
        Optional<RecordId> to = id(row.get(field.field()));
        Optional<RecordId> from = id(row.get("id"));
        if (to.isPresent() && from.isPresent() && found.containsKey(to.get())) {
            found.get(to.get()).computeIfAbsent(field, key -> new ArrayList<>()).add(from.get());
        }
    }

    private static Optional<RecordId> id(Object value) {
        return value != null && RecordId.isOne(value.toString())
                ? Optional.of(RecordId.parse(value.toString()))
                : Optional.empty();
    }
}
