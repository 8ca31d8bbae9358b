package io.github.camelvtiger.simulator.inventory;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.List;
import java.util.Map;

/**
 * What a save of an Invoice does to the stock of its products, errors of the server included: with the items it puts
 * those of before back into stock twice, and an Invoice that comes back from Cancel is deducted twice.
 */
public final class StockMoves {

    private static final String CANCEL = "Cancel";
    private static final String STATUS = "invoicestatus";

    private final InventoryBook book;
    private final Stock stock;
    private final PurchaseStock purchases;

    public StockMoves(CrmStore store, InventoryBook book) {
        this.book = book;
        this.stock = new Stock(store);
        this.purchases = new PurchaseStock(store, book);
    }

    /**
     * Once the items are replaced.
     *
     * @param removed the items that the record had before the save
     */
    public void itemsReplaced(StoredRow after, List<StoredRow> removed) {
        if (!isInvoice(after)) {
            return;
        }
        List<StoredRow> deducted = deducted(removed);
        stock.add(deducted);
        if (!isCancelled(after)) {
            deduct(after);
        }
    }

    /**
     * The second time, once the totals are written.
     *
     * @param before null for a new record
     */
    public void saveFinished(StoredRow before, StoredRow after, List<StoredRow> removed) {
        if (isPurchase(after)) {
            purchases.itemsSaved(before, after, removed);
        }
        if (!isInvoice(after) || before == null) {
            return;
        }
        stock.add(deducted(removed));
        if (isCancelled(before) && !isCancelled(after)) {
            deduct(after);
        }
    }

    /** After a save that leaves the items alone. */
    public void headerChanged(StoredRow before, StoredRow after) {
        if (isPurchase(after)) {
            purchases.headerChanged(before, after);
        }
        if (!isInvoice(after) || before.value(STATUS).equals(after.value(STATUS))) {
            return;
        }
        if (isCancelled(after)) {
            mark(after, "0");
            stock.add(book.items().of(after.number()));
        } else if (isCancelled(before)) {
            deduct(after);
        }
    }

    /** @param removed items that are gone */
    public void restored(StoredRow header, List<StoredRow> removed) {
        if (isInvoice(header)) {
            stock.add(deducted(removed));
        }
    }

    private void deduct(StoredRow header) {
        mark(header, "1");
        stock.deduct(book.items().of(header.number()));
    }

    private void mark(StoredRow header, String deducted) {
        book.items().of(header.number()).forEach(item -> book.items().change(item, Map.of("incrementondel", deducted)));
    }

    private static List<StoredRow> deducted(List<StoredRow> items) {
        return items.stream()
                .filter(item -> PhpNumber.cast(item.value("incrementondel")) != 0)
                .toList();
    }

    private static boolean isInvoice(StoredRow header) {
        return OrderModule.of(header.module())
                .filter(OrderModule::takesFromStock)
                .isPresent();
    }

    private static boolean isPurchase(StoredRow header) {
        return OrderModule.of(header.module())
                .filter(OrderModule::bringsIntoStock)
                .isPresent();
    }

    private static boolean isCancelled(StoredRow header) {
        return header.value(STATUS).equals(CANCEL);
    }
}
