package io.github.camelvtiger.inventory;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.CrmWriter;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Writes of Quotes, SalesOrder, PurchaseOrder and Invoice that lose nothing by omission. A change of one of them is read
 * first: its line items are sent whole, and with them the terms that the server would reset. Writes of other modules pass.
 */
public final class InventoryWrites implements CrmWriter {

    private static final Set<String> MODULES = LineItems.MODULES;
    private static final String ITEMS = LineItems.FIELD;
    private static final String PRODUCT = "productid";
    private static final String RATE = "conversion_rate";

    private final CrmWriter next;
    private final VtigerClient client;
    private final LineItemUpdate lineItemUpdate;
    private final OrderFailures failures;

    /**
     * @param next sends what is whole
     * @param client reads what is to be changed
     */
    public InventoryWrites(CrmWriter next, VtigerClient client, LineItemUpdate lineItemUpdate) {
        this.next = next;
        this.client = client;
        this.lineItemUpdate = lineItemUpdate;
        this.failures = new OrderFailures(client);
    }

    /** With the product of the first item as the record's own, which the server wants. */
    @Override
    public CompletableFuture<Map<String, Object>> create(String module, Map<String, ?> record) {
        if (!MODULES.contains(module)) {
            return next.create(module, record);
        }
        Map<String, Object> sent = withProduct(record, items(record.get(ITEMS)));
        StoredTerms.removeEmptyAmounts(sent);
        return failures.ofCreate(next.create(module, sent), module);
    }

    @Override
    public CompletableFuture<Map<String, Object>> update(Map<String, ?> record) {
        return change(record, true, next::update);
    }

    @Override
    public CompletableFuture<Map<String, Object>> revise(Map<String, ?> record) {
        return change(record, false, next::revise);
    }

    @Override
    public CompletableFuture<Void> delete(RecordId id) {
        return next.delete(id);
    }

    private CompletableFuture<Map<String, Object>> change(
            Map<String, ?> record,
            boolean update,
            Function<Map<String, ?>, CompletableFuture<Map<String, Object>>> call) {
        RecordId id;
        try {
            id = RecordId.parse(String.valueOf(record.get("id")));
        } catch (InvalidRecordException malformed) {
            return CompletableFuture.failedFuture(malformed);
        }
        return client.moduleOf(id)
                .thenCompose(module -> module.filter(MODULES::contains).isPresent()
                        ? whole(id, record, update).thenCompose(whole -> sent(whole, call))
                        : call.apply(record));
    }

    private CompletableFuture<Map<String, Object>> sent(
            Map<String, Object> order, Function<Map<String, ?>, CompletableFuture<Map<String, Object>>> call) {
        return items(order.get(ITEMS)).isEmpty() ? call.apply(order) : failures.ofChangedItems(call.apply(order));
    }

    private CompletableFuture<Map<String, Object>> whole(RecordId id, Map<String, ?> record, boolean update) {
        Map<String, Object> sent = new LinkedHashMap<>(record);
        StoredTerms.removeEmptyAmounts(sent);
        boolean withItems = !items(sent.get(ITEMS)).isEmpty();
        boolean isWhole = !withItems && sent.containsKey(RATE) && (!update || sent.containsKey(PRODUCT));
        return isWhole
                ? CompletableFuture.completedFuture(sent)
                : client.retrieve(id).thenApply(stored -> completed(id, sent, stored, withItems, update));
    }

    private Map<String, Object> completed(
            RecordId id, Map<String, Object> sent, Map<String, Object> stored, boolean withItems, boolean update) {
        List<Map<String, Object>> storedItems = items(stored.get(ITEMS));
        List<Map<String, Object>> items = storedItems;
        if (withItems) {
            List<Map<String, Object>> sentItems = items(sent.get(ITEMS));
            items = lineItemUpdate == LineItemUpdate.MERGE ? LineItemMerge.merged(storedItems, sentItems) : sentItems;
            if (items.isEmpty()) {
                throw new InvalidRecordException(
                        "All line items of " + id
                                + " would be deleted, and the server keeps an order's items when it is sent none; delete the record, or leave one item.",
                        FailureContext.of(update ? "update" : "revise", null, id.toString()));
            }
            sent.put(ITEMS, items);
        }
        sent.putAll(new StoredTerms(stored).missingIn(sent, withItems));
        return update ? withProduct(sent, items) : sent;
    }

    private static Map<String, Object> withProduct(Map<String, ?> record, List<Map<String, Object>> items) {
        Map<String, Object> whole = new LinkedHashMap<>(record);
        Object own = whole.get(PRODUCT);
        if ((own == null || own.toString().isBlank()) && !items.isEmpty()) {
            Object first = items.get(0).get(PRODUCT);
            if (first != null && !first.toString().isBlank()) {
                whole.put(PRODUCT, first);
            }
        }
        return whole;
    }

    /** Empty where it is not a list of objects: that is the server's to refuse. */
    private static List<Map<String, Object>> items(Object value) {
        List<Map<String, Object>> items = new ArrayList<>();
        if (value instanceof Collection<?> given) {
            for (Object item : given) {
                if (!(item instanceof Map<?, ?> fields)) {
                    return List.of();
                }
                Map<String, Object> copy = new LinkedHashMap<>();
                fields.forEach((name, content) -> copy.put(String.valueOf(name), content));
                items.add(copy);
            }
        }
        return items;
    }
}
