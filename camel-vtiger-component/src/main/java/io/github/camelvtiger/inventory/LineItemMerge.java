package io.github.camelvtiger.inventory;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts line items that were sent into those that a record has, since the server takes the whole list only: what is not in
 * it is deleted ({@code webservice.md §9}).
 */
final class LineItemMerge {

    private static final String ID = "id";
    private static final String PRODUCT = "productid";
    private static final String DELETED = "deleted";
    static final String PERCENT = "discount_percent";
    static final String AMOUNT = "discount_amount";

    /** Made by the server, and of no use to it. */
    static final Set<String> SERVER_MADE =
            Set.of(ID, "parent_id", "product_name", "entity_type", DELETED, "sequence_no");

    private final List<Slot> slots = new ArrayList<>();

    private LineItemMerge(List<Map<String, Object>> stored) {
        stored.forEach(item -> slots.add(new Slot(item)));
    }

    /**
     * @param stored as {@code retrieve} gives them
     * @param sent items with an id that is known are merged into that item, others into the first free one of the same
     *     product, others are new; one with {@code "deleted": true} is taken away
     * @return the items that are then to be sent, in the stored order, new ones at the end
     * @throws InvalidRecordException for an item that can be none of the stored ones and has no product
     */
    static List<Map<String, Object>> merged(List<Map<String, Object>> stored, List<Map<String, Object>> sent) {
        LineItemMerge merge = new LineItemMerge(stored);
        boolean[] taken = new boolean[sent.size()];
        for (int i = 0; i < sent.size(); i++) {
            taken[i] = merge.byId(sent.get(i));
        }
        List<Map<String, Object>> added = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Map<String, Object> item = sent.get(i);
            if (!taken[i] && !merge.byProduct(item) && !isDeleted(item)) {
                requireProduct(item);
                added.add(plain(item));
            }
        }
        return merge.whole(added);
    }

    private boolean byId(Map<String, Object> item) {
        String id = ItemValue.text(item.get(ID));
        return !id.isEmpty()
                && slots.stream()
                        .filter(slot -> slot.isFree() && id.equals(ItemValue.text(slot.stored.get(ID))))
                        .filter(slot -> !isStale(item, slot))
                        .findFirst()
                        .map(slot -> slot.take(item))
                        .orElse(false);
    }

    /** Ids change with every write, so that an old one can have become that of another item. */
    private boolean isStale(Map<String, Object> item, Slot slot) {
        String product = ItemValue.text(item.get(PRODUCT));
        return !product.isEmpty()
                && !slot.hasProduct(product)
                && slots.stream().anyMatch(other -> other.isFree() && other.hasProduct(product));
    }

    private boolean byProduct(Map<String, Object> item) {
        String product = ItemValue.text(item.get(PRODUCT));
        return !product.isEmpty()
                && slots.stream()
                        .filter(slot -> slot.isFree() && slot.hasProduct(product))
                        .findFirst()
                        .map(slot -> slot.take(item))
                        .orElse(false);
    }

    private List<Map<String, Object>> whole(List<Map<String, Object>> added) {
        List<Map<String, Object>> whole = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.isFree() || !isDeleted(slot.sent)) {
                whole.add(slot.merged());
            }
        }
        whole.addAll(added);
        return whole;
    }

    private static void requireProduct(Map<String, Object> item) {
        if (ItemValue.text(item.get(PRODUCT)).isEmpty()) {
            String id = ItemValue.text(item.get(ID));
            throw new InvalidRecordException(
                    id.isEmpty()
                            ? "A new item of LineItems has no productid; send the id of a product or service."
                            : "The record has no line item " + id
                                    + "; item ids change with every write, so read them again or send the productid.",
                    FailureContext.NONE);
        }
    }

    /** The server's own mark for an item whose product is deleted is "1"; it does not mean that the item is to go. */
    private static boolean isDeleted(Map<String, Object> item) {
        return "true".equalsIgnoreCase(ItemValue.text(item.get(DELETED)));
    }

    private static Map<String, Object> plain(Map<String, Object> item) {
        Map<String, Object> plain = new LinkedHashMap<>(item);
        plain.keySet().removeAll(SERVER_MADE);
        return plain;
    }

    /** A stored item, and what was sent for it. */
    private static final class Slot {

        private final Map<String, Object> stored;
        private Map<String, Object> sent;

        Slot(Map<String, Object> stored) {
            this.stored = stored;
        }

        boolean isFree() {
            return sent == null;
        }

        boolean hasProduct(String product) {
            return product.equals(ItemValue.text(stored.get(PRODUCT)));
        }

        boolean take(Map<String, Object> item) {
            sent = item;
            return true;
        }

        private boolean isChanged(String name) {
            return sent.containsKey(name) && !ItemValue.same(sent.get(name), stored.get(name));
        }

        Map<String, Object> merged() {
            Map<String, Object> merged = plain(stored);
            if (sent == null) {
                return merged;
            }
            boolean percent = isChanged(PERCENT);
            boolean amount = isChanged(AMOUNT);
            merged.putAll(plain(sent));
            // Of two discounts the server takes the amount, and a new percentage would have no effect.
            if (percent && !amount) {
                merged.remove(AMOUNT);
            }
            if (amount && !percent) {
                merged.remove(PERCENT);
            }
            return merged;
        }
    }
}
