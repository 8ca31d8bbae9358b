package io.github.camelvtiger.inventory;

import io.github.camelvtiger.client.LineItems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The items of an order as it is sent or stored. */
final class OrderItems {

    private static final Pattern AMOUNT = Pattern.compile("tax\\d+|discount_(amount|percent)|purchase_cost|margin");

    private OrderItems() {}

    /** Empty if the field is not a list of objects: that is the server's to refuse. */
    static List<Map<String, Object>> of(Map<String, ?> order) {
        List<Map<String, Object>> items = new ArrayList<>();
        if (order.get(LineItems.FIELD) instanceof Collection<?> given) {
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

    /**
     * The items without amounts that have no value: the server itself gives the field of a tax that was added later so, and
     * answers HTTP 500 when it comes back. Seen on a real Vtiger 8.2.0 with a fourth tax that was deleted.
     */
    static List<Map<String, Object>> sendable(List<Map<String, Object>> items) {
        List<Map<String, Object>> sendable = new ArrayList<>();
        for (Map<String, Object> item : items) {
            Map<String, Object> copy = new LinkedHashMap<>(item);
            copy.keySet()
                    .removeIf(name -> AMOUNT.matcher(name).matches()
                            && ItemValue.text(item.get(name)).isEmpty());
            sendable.add(copy);
        }
        return sendable;
    }

    /** The order with the product of its first item as its own, which the server requires ({@code webservice.md §9}). */
    static Map<String, Object> withProduct(Map<String, ?> order, List<Map<String, Object>> items) {
        Map<String, Object> whole = new LinkedHashMap<>(order);
        if (ItemValue.text(whole.get(LineItems.PRODUCT)).isEmpty() && !items.isEmpty()) {
            Object first = items.get(0).get(LineItems.PRODUCT);
            if (!ItemValue.text(first).isEmpty()) {
                whole.put(LineItems.PRODUCT, first);
            }
        }
        return whole;
    }
}
