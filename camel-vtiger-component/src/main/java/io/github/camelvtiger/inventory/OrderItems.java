package io.github.camelvtiger.inventory;

import io.github.camelvtiger.client.LineItems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items of an order as it is sent or stored. */
final class OrderItems {

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
