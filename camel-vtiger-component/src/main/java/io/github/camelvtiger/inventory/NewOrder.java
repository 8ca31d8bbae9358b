package io.github.camelvtiger.inventory;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.LineItems;
import java.util.List;
import java.util.Map;

/** An order that is created, with what the server requires besides what people send. */
final class NewOrder {

    private NewOrder() {}

    /** @throws InvalidRecordException if it has no items, or one without a product: the server names a hidden field, or none */
    static Map<String, Object> whole(String module, Map<String, ?> record) {
        List<Map<String, Object>> items = OrderItems.of(record);
        if (items.isEmpty()) {
            throw refused(LineItems.missing(module), module);
        }
        for (int place = 0; place < items.size(); place++) {
            if (ItemValue.text(items.get(place).get(LineItems.PRODUCT)).isEmpty()) {
                throw refused(
                        "Item " + (place + 1) + " of " + LineItems.FIELD + " has no " + LineItems.PRODUCT
                                + "; send the id of a product or service.",
                        module);
            }
        }
        Map<String, Object> whole = OrderItems.withProduct(record, items);
        whole.put(LineItems.FIELD, OrderItems.sendable(items));
        StoredTerms.removeEmptyAmounts(whole);
        return whole;
    }

    private static InvalidRecordException refused(String fault, String module) {
        return new InvalidRecordException("Nothing was sent. " + fault, FailureContext.of("create", module, null));
    }
}
