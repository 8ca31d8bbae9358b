package io.github.camelvtiger.simulator.inventory;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.ItemTable;
import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** The stock of products. A change is plain SQL: it moves no {@code modifiedtime} ({@code change-feed.md §7}). */
final class Stock {

    private static final String QUANTITY = "qtyinstock";

    private final ModuleTable products;

    Stock(CrmStore store) {
        products = store.table("Products");
    }

    void add(List<StoredRow> items) {
        items.forEach(item -> change(item, 1));
    }

    void deduct(List<StoredRow> items) {
        items.forEach(item -> change(item, -1));
    }

    private void change(StoredRow item, int sign) {
        BigDecimal quantity = new BigDecimal(item.value("quantity"));
        change(ItemTable.number(item.value("productid")), sign < 0 ? quantity.negate() : quantity);
    }

    /** Nothing happens if there is no such product: services have no stock. */
    void change(long product, BigDecimal quantity) {
        products.change(
                product,
                row -> row.with(Map.of(
                        QUANTITY,
                        new BigDecimal(row.value(QUANTITY).isEmpty() ? "0" : row.value(QUANTITY))
                                .add(quantity)
                                .setScale(3, RoundingMode.HALF_UP)
                                .toPlainString())));
    }
}
