package io.github.camelvtiger.inventory;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.RecordId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A change of an order, and what has to be sent with it so that the order loses nothing. */
final class OrderChange {

    private static final String RATE = "conversion_rate";
    private static final String SHIPPING = "hdnS_H_Amount";

    private final RecordId id;
    private final Map<String, Object> record;
    private final boolean update;
    private final LineItemUpdate lineItemUpdate;
    private final List<Map<String, Object>> items;

    /** @throws InvalidRecordException if its id is not one */
    OrderChange(Map<String, ?> record, boolean update, LineItemUpdate lineItemUpdate) {
        this.id = RecordId.parse(String.valueOf(record.get("id")));
        this.record = new LinkedHashMap<>(record);
        this.update = update;
        this.lineItemUpdate = lineItemUpdate;
        this.items = OrderItems.of(record);
    }

    RecordId id() {
        return id;
    }

    /** Whether all items are to be replaced by none. */
    boolean emptiesTheOrder() {
        return lineItemUpdate == LineItemUpdate.REPLACE
                && record.get(LineItems.FIELD) instanceof Collection<?> sent
                && sent.isEmpty();
    }

    /** The server would keep the items, and report success. */
    InvalidRecordException withoutItems() {
        return new InvalidRecordException(
                "All line items of " + id
                        + " would be deleted, and the server keeps an order's items when it is sent none; delete the record, or leave one item.",
                FailureContext.of(update ? "update" : "revise", null, id.toString()));
    }

    /** Whether the order need not be known: no items are sent, no terms that go with them, and all that is always reset. */
    boolean needsNothing() {
        return items.isEmpty()
                && !StoredTerms.anyIn(record)
                && record.containsKey(RATE)
                && (!update || record.containsKey(LineItems.PRODUCT));
    }

    /** Whether an order that a query found says enough: no query shows its discount and the taxes of its charges. */
    boolean isCompletedBy(Map<String, Object> found) {
        boolean charges = ItemValue.isAmount(found.get(SHIPPING)) || !found.containsKey(SHIPPING);
        return found.containsKey(RATE)
                && !update
                && !StoredTerms.anyIn(record)
                // No items at all may be an SQL error that the server hides.
                && (items.isEmpty() || !charges && !OrderItems.of(found).isEmpty());
    }

    /** Whether the totals are to change although no items are sent. */
    boolean movesTotals(Map<String, Object> stored) {
        return items.isEmpty() && new StoredTerms(stored).differIn(record);
    }

    Map<String, Object> asSent() {
        Map<String, Object> sent = new LinkedHashMap<>(record);
        StoredTerms.removeEmptyAmounts(sent);
        return sent;
    }

    /**
     * @param withItems whether the stored items are to be sent although none are in the change
     * @throws InvalidRecordException if no item would be left
     */
    Map<String, Object> completed(Map<String, Object> stored, boolean withItems) {
        Map<String, Object> sent = new LinkedHashMap<>(record);
        OrderDiscount.settle(sent, stored);
        StoredTerms.removeEmptyAmounts(sent);
        StoredTerms.removeUnchanged(sent, stored);
        List<Map<String, Object>> storedItems = OrderItems.of(stored);
        List<Map<String, Object>> whole = storedItems;
        boolean sendsItems = !items.isEmpty() || withItems && !storedItems.isEmpty();
        if (sendsItems) {
            whole = items.isEmpty() || lineItemUpdate == LineItemUpdate.MERGE
                    ? LineItemMerge.merged(storedItems, items)
                    : items;
            if (whole.isEmpty()) {
                throw withoutItems();
            }
            sent.put(LineItems.FIELD, OrderItems.sendable(whole));
        }
        sent.putAll(new StoredTerms(stored).missingIn(sent, sendsItems));
        return update ? OrderItems.withProduct(sent, whole) : sent;
    }
}
