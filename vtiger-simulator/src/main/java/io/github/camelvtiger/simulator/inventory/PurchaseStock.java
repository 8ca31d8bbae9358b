package io.github.camelvtiger.simulator.inventory;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.ItemTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a save of a PurchaseOrder does to the stock: goods come in with the status Received Shipment and go out with
 * Cancelled; a save with items counts them twice.
 */
final class PurchaseStock {

    private static final String STATUS = "postatus";
    private static final String RECEIVED = "Received Shipment";
    private static final String CANCELLED = "Cancelled";
    private static final BigDecimal TWICE = BigDecimal.valueOf(2);

    private final InventoryBook book;
    private final Stock stock;
    private final Map<Long, List<String>> histories = new ConcurrentHashMap<>();

    PurchaseStock(CrmStore store, InventoryBook book) {
        this.book = book;
        this.stock = new Stock(store);
    }

    /**
     * @param before null for a new order
     * @param removed the items of before
     */
    void itemsSaved(StoredRow before, StoredRow after, List<StoredRow> removed) {
        Map<Long, BigDecimal> old = quantities(removed);
        if (status(after).equals(RECEIVED)) {
            Map<Long, BigDecimal> now = quantities(book.items().of(after.number()));
            Map<Long, BigDecimal> change = new TreeMap<>(now);
            old.forEach((product, quantity) -> change.merge(product, quantity.negate(), BigDecimal::add));
            boolean changed = change.values().stream().anyMatch(quantity -> quantity.signum() != 0);
            // Only the difference comes in, unless there is none.
            move(changed || !comesIn(after) ? change : now, TWICE);
        } else if (before != null && isCancelledNow(before, after) && wasReceived(after)) {
            move(old, BigDecimal.ONE.negate());
        }
        remember(before, after);
    }

    void headerChanged(StoredRow before, StoredRow after) {
        Map<Long, BigDecimal> quantities = quantities(book.items().of(after.number()));
        if (isCancelledNow(before, after) && wasReceived(after)) {
            move(quantities, BigDecimal.ONE.negate());
        } else if (status(after).equals(RECEIVED) && comesIn(after)) {
            move(quantities, BigDecimal.ONE);
        }
        remember(before, after);
    }

    private static boolean isCancelledNow(StoredRow before, StoredRow after) {
        return status(after).equals(CANCELLED) && !status(before).equals(CANCELLED);
    }

    /** Since it was cancelled last. */
    private boolean wasReceived(StoredRow order) {
        List<String> history = history(order);
        return history.lastIndexOf(RECEIVED) > history.lastIndexOf(CANCELLED);
    }

    /** For the first time, or after it was cancelled. */
    private boolean comesIn(StoredRow order) {
        List<String> history = history(order);
        int received = history.lastIndexOf(RECEIVED);
        return received < 0 || history.lastIndexOf(CANCELLED) > received;
    }

    private void remember(StoredRow before, StoredRow after) {
        if (before == null || !status(before).equals(status(after))) {
            history(after).add(status(after));
        }
    }

    private List<String> history(StoredRow order) {
        return histories.computeIfAbsent(order.number(), key -> new CopyOnWriteArrayList<>());
    }

    private static Map<Long, BigDecimal> quantities(List<StoredRow> items) {
        Map<Long, BigDecimal> quantities = new TreeMap<>();
        items.forEach(item -> quantities.merge(
                ItemTable.number(item.value("productid")), new BigDecimal(item.value("quantity")), BigDecimal::add));
        return quantities;
    }

    private void move(Map<Long, BigDecimal> quantities, BigDecimal times) {
        quantities.forEach((product, quantity) -> stock.change(product, quantity.multiply(times)));
    }

    private static String status(StoredRow order) {
        return order.value(STATUS);
    }
}
