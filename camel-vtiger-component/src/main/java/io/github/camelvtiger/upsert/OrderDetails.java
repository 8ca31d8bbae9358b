package io.github.camelvtiger.upsert;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.LineItemReader;
import io.github.camelvtiger.crm.RecordColumns;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What no query for orders shows: their items, read for a hundred orders at once, and the discounts and charges, which only
 * a {@code retrieve} of each order has ({@code webservice.md §9}).
 */
final class OrderDetails implements LookupDetails {

    private static final Set<String> DISCOUNTS = Set.of("hdnDiscountAmount", "hdnDiscountPercent");

    private final VtigerClient client;

    OrderDetails(VtigerClient client) {
        this.client = client;
    }

    @Override
    public CompletableFuture<Void> addTo(Found found, Collection<UpsertRow> rows) {
        Set<MatchKey> withItems = new LinkedHashSet<>();
        Set<MatchKey> whole = new LinkedHashSet<>();
        for (UpsertRow row : rows) {
            if (row.record().keySet().stream().anyMatch(OrderDetails::isRetrievedOnly)) {
                whole.add(row.key());
            } else if (row.record().containsKey(LineItems.FIELD)) {
                withItems.add(row.key());
            }
        }
        withItems.removeAll(whole);
        return items(found, withItems).thenCompose(nothing -> whole(found, whole));
    }

    private static boolean isRetrievedOnly(String field) {
        return DISCOUNTS.contains(field) || !RecordColumns.isName(field);
    }

    private CompletableFuture<Void> items(Found found, Set<MatchKey> keys) {
        List<Map<String, Object>> orders =
                keys.stream().flatMap(key -> found.records(key).stream()).toList();
        return orders.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : new LineItemReader(client).addTo(orders).thenAccept(read -> replace(found, keys, read));
    }

    private CompletableFuture<Void> whole(Found found, Set<MatchKey> keys) {
        List<Map<String, Object>> read = new ArrayList<>();
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (MatchKey key : keys) {
            for (Map<String, Object> order : found.records(key)) {
                all = all.thenCompose(nothing -> client.retrieve(RecordId.parse(String.valueOf(order.get("id")))))
                        .thenAccept(read::add);
            }
        }
        return all.thenAccept(nothing -> replace(found, keys, read));
    }

    private static void replace(Found found, Set<MatchKey> keys, List<Map<String, Object>> read) {
        Map<Object, Map<String, Object>> byId = new LinkedHashMap<>();
        read.forEach(order -> byId.put(order.get("id"), order));
        keys.forEach(key -> found.replaceEach(key, order -> byId.getOrDefault(order.get("id"), order)));
    }
}
