package io.github.camelvtiger.inventory;

import java.util.Map;

/**
 * The discount of a whole order, an amount or a percentage. Of two the server takes the amount, and if neither has a value
 * it keeps the discount that the order has: no zero removes it. Seen on a real Vtiger 8.2.0.
 */
final class OrderDiscount {

    static final String AMOUNT = "hdnDiscountAmount";
    static final String PERCENT = "hdnDiscountPercent";

    /** The server takes it for a percentage and stores it as 0.000, since it keeps three decimals. */
    private static final String NOTHING = "0.0001";

    private OrderDiscount() {}

    static boolean isIn(Map<String, ?> sent) {
        return sent.containsKey(AMOUNT) || sent.containsKey(PERCENT);
    }

    /** Puts into what is sent what makes the server store the discount that is meant. */
    static void settle(Map<String, Object> sent, Map<String, Object> stored) {
        if (!isIn(sent)) {
            return;
        }
        boolean amount = ItemValue.isAmount(meant(AMOUNT, sent, stored));
        boolean percent = ItemValue.isAmount(meant(PERCENT, sent, stored));
        boolean had = ItemValue.isAmount(stored.get(AMOUNT)) || ItemValue.isAmount(stored.get(PERCENT));
        if (!amount && !percent && had) {
            sent.remove(AMOUNT);
            sent.put(PERCENT, NOTHING);
        } else if (amount && percent && !isChanged(AMOUNT, sent, stored) && isChanged(PERCENT, sent, stored)) {
            sent.remove(AMOUNT);
        }
    }

    private static Object meant(String name, Map<String, Object> sent, Map<String, Object> stored) {
        return sent.containsKey(name) ? sent.get(name) : stored.get(name);
    }

    private static boolean isChanged(String name, Map<String, Object> sent, Map<String, Object> stored) {
        return sent.containsKey(name) && !ItemValue.same(sent.get(name), stored.get(name));
    }
}
