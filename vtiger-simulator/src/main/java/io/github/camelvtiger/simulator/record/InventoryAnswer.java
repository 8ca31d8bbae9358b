package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inventory records as answered: the header with its items and all that is computed of them ({@code webservice.md §9}). */
final class InventoryAnswer {

    private static final String LINE_ITEMS = "LineItems";
    private static final String PRODUCT = "productid";

    private final RecordAnswer records;
    private final InventoryBook book;

    InventoryAnswer(RecordAnswer records, InventoryBook book) {
        this.records = records;
        this.book = book;
    }

    List<Map<String, Object>> items(StoredRow header) {
        return book.shownItems(header);
    }

    Map<String, Object> retrieved(StoredRow header, CrmUser user) {
        Map<String, Object> record = records.of(header, user);
        record.keySet().removeAll(InventoryBook.ITEM_FIELDS);
        record.putAll(book.charges(header).asFields());
        List<Map<String, Object>> items = book.shownItems(header);
        record.put(LINE_ITEMS, items);
        record.put(PRODUCT, items.isEmpty() ? null : items.get(0).get(PRODUCT));
        record.put("LineItems_FinalDetails", book.finalDetails(header, user.decimals()));
        return record;
    }

    /** As an update reads it back before the new items are there: with the fields of an item, all empty. */
    Map<String, Object> emptied(StoredRow header, CrmUser user) {
        return records.of(joined(header, Map.of()), user);
    }

    /** As a revise without items answers it. */
    Map<String, Object> withFirstItem(StoredRow header, CrmUser user) {
        Map<String, String> first = book.items().of(header.number()).stream()
                .findFirst()
                .map(book::values)
                .orElse(Map.of());
        Map<String, Object> record = new LinkedHashMap<>(records.of(joined(header, first), user));
        record.put(LINE_ITEMS, book.shownItems(header));
        return record;
    }

    /** The server does not find two of the fields of an item when it reads it with the header. */
    private static StoredRow joined(StoredRow header, Map<String, String> item) {
        Map<String, String> values = new HashMap<>();
        InventoryBook.ITEM_FIELDS.forEach(field -> values.put(field, item.getOrDefault(field, "")));
        values.put("purchase_cost", "");
        values.put("margin", "");
        return header.with(values);
    }
}
