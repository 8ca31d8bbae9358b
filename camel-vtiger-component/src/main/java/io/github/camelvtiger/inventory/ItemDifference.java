package io.github.camelvtiger.inventory;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.LineItems;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether line items that are wanted would change those that an order has. */
public final class ItemDifference {

    private static final Set<String> TEXTS = Set.of("comment", "description");

    /** Nothing if they are not sent; a price and taxes then come from the product. */
    private static final List<String> EMPTIED =
            List.of("quantity", "comment", LineItemMerge.PERCENT, LineItemMerge.AMOUNT);

    private final LineItemUpdate lineItemUpdate;

    public ItemDifference(LineItemUpdate lineItemUpdate) {
        this.lineItemUpdate = lineItemUpdate;
    }

    /**
     * @param wanted an order with items as they are to be sent
     * @param stored the order with its items as a query or {@code retrieve} gives them
     */
    public boolean isBetween(Map<String, Object> wanted, Map<String, Object> stored) {
        List<Map<String, Object>> sent = OrderItems.of(wanted);
        if (sent.isEmpty()) {
            // The server keeps the items of an order that is sent none (webservice.md §9).
            return false;
        }
        if (!stored.containsKey(LineItems.FIELD)) {
            return true;
        }
        List<Map<String, Object>> items = OrderItems.of(stored);
        try {
            return lineItemUpdate == LineItemUpdate.MERGE
                    ? !areAs(LineItemMerge.merged(items, sent), items, false)
                    : !areAs(sent, items, true);
        } catch (InvalidRecordException itsWriteSaysSo) {
            return true;
        }
    }

    private static boolean areAs(
            List<Map<String, Object>> items, List<Map<String, Object>> stored, boolean emptiesTheRest) {
        if (items.size() != stored.size()) {
            return false;
        }
        for (int place = 0; place < items.size(); place++) {
            if (!isAs(items.get(place), stored.get(place), emptiesTheRest)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAs(Map<String, Object> item, Map<String, Object> stored, boolean emptiesTheRest) {
        boolean sent = item.entrySet().stream()
                .filter(field -> !LineItemMerge.SERVER_MADE.contains(field.getKey()))
                // What items do not have the server ignores.
                .filter(field -> stored.containsKey(field.getKey()))
                .allMatch(field -> same(field.getKey(), field.getValue(), stored.get(field.getKey())));
        boolean rest = !emptiesTheRest
                || EMPTIED.stream()
                        .filter(name -> !item.containsKey(name))
                        .allMatch(name -> same(name, "", stored.get(name)));
        return sent && rest;
    }

    private static boolean same(String name, Object wanted, Object stored) {
        return TEXTS.contains(name)
                ? ItemValue.text(wanted).equals(ItemValue.text(stored))
                : ItemValue.same(wanted, stored);
    }
}
