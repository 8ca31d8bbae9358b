package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.ItemTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * If a query of an inventory module selects or tests a field of the line items, each of its rows is one line item with
 * its header: limits and counts are of items then ({@code webservice.md §7}).
 */
final class ItemJoin {

    private static final Set<String> REFERENCES = Set.of("productid", "parent_id");

    private final CrmStore store;
    private final boolean joined;
    private final boolean ofItems;
    private final Map<StoredRow, Integer> places = new IdentityHashMap<>();

    private ItemJoin(CrmStore store, boolean joined, boolean ofItems) {
        this.store = store;
        this.joined = joined;
        this.ofItems = ofItems;
    }

    /** @throws HiddenSqlError for an order by a field of the items in a query that does not touch them otherwise */
    static ItemJoin of(Statement statement, ModuleMetadata module, QueryFields fields, CrmStore store) {
        boolean joined = InventoryBook.holds(module)
                && (statement.columns().stream().anyMatch(field -> field.equals("*") || isOfItem(fields, field))
                        || statement.conditions().stream().anyMatch(condition -> isOfItem(fields, condition.field())));
        if (InventoryBook.holds(module)
                && !joined
                && statement.orderBy().stream().anyMatch(field -> isOfItem(fields, field))) {
            throw new HiddenSqlError("order by a field of the items");
        }
        return new ItemJoin(store, joined, joined || module.name().equals(ItemTable.MODULE));
    }

    private static boolean isOfItem(QueryFields fields, String name) {
        return fields.named(name)
                .filter(column -> InventoryBook.ITEM_FIELDS.contains(column.field()))
                .isPresent();
    }

    /** The headers, or a row for each of their items; a header without items stays one row. */
    Iterable<StoredRow> rows(Iterable<StoredRow> headers) {
        if (!joined) {
            return headers;
        }
        List<StoredRow> rows = new ArrayList<>();
        for (StoredRow header : headers) {
            List<StoredRow> items = store.items().of(header.number());
            if (items.isEmpty()) {
                add(rows, header);
            }
            items.forEach(item -> add(rows, header.with(values(item))));
        }
        return rows;
    }

    private void add(List<StoredRow> rows, StoredRow row) {
        places.put(row, rows.size());
        rows.add(row);
    }

    private static Map<String, String> values(StoredRow item) {
        Map<String, String> values = new HashMap<>();
        for (FieldMetadata field : item.module().fields()) {
            if (InventoryBook.ITEM_FIELDS.contains(field.name())) {
                values.put(field.name(), item.value(field.name()));
            }
        }
        return values;
    }

    /** Items of one record in their own order. */
    Comparator<StoredRow> order() {
        return Comparator.comparingInt(row -> places.getOrDefault(row, 0));
    }

    /** A reference of an item to a record that is deleted, or never was, shows as empty. */
    String shown(String field, String value) {
        return ofItems && REFERENCES.contains(field) && !value.isEmpty() && !isThere(value) ? "" : value;
    }

    private boolean isThere(String id) {
        int x = id.indexOf('x');
        return store.metadata()
                .modulePrefixed(Integer.parseInt(id.substring(0, x)))
                .flatMap(module -> store.table(module.name()).live(Long.parseLong(id.substring(x + 1))))
                .isPresent();
    }
}
