package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.inventory.OrderModule;
import io.github.camelvtiger.simulator.inventory.PhpNumber;
import io.github.camelvtiger.simulator.inventory.StockMoves;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What follows a save of an inventory record without moving its time: stock, balance, the terms of recurring orders. */
final class InventoryEffects {

    /** A SalesOrder keeps these only while it recurs, the mandatory status of its invoices among them. */
    private static final List<String> RECURRING = List.of(
            "recurring_frequency",
            "start_period",
            "end_period",
            "payment_duration",
            "invoicestatus",
            "last_recurring_date");

    private final CrmStore store;
    private final StockMoves stock;

    InventoryEffects(CrmStore store, InventoryBook book) {
        this.store = store;
        this.stock = new StockMoves(store, book);
    }

    void itemsReplaced(StoredRow after, List<StoredRow> removed) {
        stock.itemsReplaced(after, removed);
    }

    void itemsSaved(StoredRow before, StoredRow after, List<StoredRow> removed) {
        stock.saveFinished(before, after, removed);
    }

    void created(StoredRow header) {
        balance(header);
        recurring(header);
    }

    void updated(StoredRow before, StoredRow after) {
        balance(after);
        recurring(after);
    }

    /** The balance stays as it was. */
    void revised(StoredRow before, StoredRow after) {
        recurring(after);
    }

    void headerChanged(StoredRow before, StoredRow after) {
        stock.headerChanged(before, after);
        recurring(after);
    }

    void deleted(StoredRow header, List<StoredRow> removed) {
        stock.restored(header, removed);
    }

    private void balance(StoredRow header) {
        String paid = OrderModule.of(header.module()).orElseThrow().paidField();
        if (paid.isEmpty()) {
            return;
        }
        FieldMetadata field = header.module().field("balance").orElseThrow();
        BigDecimal balance = ColumnText.leadingNumber(header.value("hdnGrandTotal"))
                .subtract(ColumnText.leadingNumber(header.value(paid)));
        change(header, Map.of("balance", ColumnText.of(field.column(), balance.toPlainString())));
    }

    private void recurring(StoredRow header) {
        if (!OrderModule.of(header.module()).orElseThrow().recurs()) {
            return;
        }
        if (PhpNumber.isEmpty(header.value("enable_recurring"))) {
            Map<String, String> blank = new HashMap<>();
            RECURRING.forEach(field -> blank.put(field, ""));
            change(header, blank);
        } else if (header.value("last_recurring_date").compareTo(header.value("start_period")) < 0) {
            change(header, Map.of("last_recurring_date", header.value("start_period")));
        }
    }

    private void change(StoredRow header, Map<String, String> values) {
        store.table(header.module().name()).change(header.number(), row -> row.with(values));
    }
}
