package io.github.camelvtiger.simulator.store;

import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The line items of all inventory records: rows of the type LineItem, found by the record they belong to. A new one gets
 * the number after the greatest there is, so that numbers of deleted items come again ({@code webservice.md §9}).
 */
public final class ItemTable {

    /** The module of line items. */
    private static final long FRESH_TAXES = 3;

    public static final String MODULE = "LineItem";

    private final CrmStore store;
    private final Map<Long, ConcurrentSkipListSet<Long>> numbers = new ConcurrentHashMap<>();

    ItemTable(CrmStore store) {
        this.store = store;
    }

    /** Asked for only if there are items: a server without inventory has no such type. */
    private ModuleTable table() {
        return store.table(MODULE);
    }

    /** The items of the record with this number, ascending by their own. */
    public List<StoredRow> of(long parent) {
        return numbers.getOrDefault(parent, new ConcurrentSkipListSet<>()).stream()
                .flatMap(number -> table().live(number).stream())
                .toList();
    }

    public Optional<StoredRow> item(long number) {
        return table().live(number);
    }

    /**
     * @param parent id of the record
     * @param values texts by field; those left out are empty, which for a number is 0
     */
    public StoredRow add(String parent, Map<String, String> values) {
        Map<String, String> texts = new HashMap<>();
        for (FieldMetadata field : table().module().fields()) {
            boolean column = field.answered() || isInUse(field.name());
            if (column && !field.type().equals("reference") && !field.name().equals("id")) {
                texts.put(field.name(), ColumnText.of(field.column(), values.getOrDefault(field.name(), "")));
            }
        }
        texts.put("productid", values.getOrDefault("productid", ""));
        texts.put("parent_id", parent);
        synchronized (this) {
            long number = table().rows().isEmpty() ? 1 : table().rows().lastKey() + 1;
            StoredRow item = StoredRow.of(table().module(), number, texts);
            table().put(item);
            numbers.computeIfAbsent(number(parent), key -> new ConcurrentSkipListSet<>())
                    .add(number);
            return item;
        }
    }

    /** As it is, number and all. */
    public void put(StoredRow item) {
        table().put(item);
        numbers.computeIfAbsent(number(item.value("parent_id")), key -> new ConcurrentSkipListSet<>())
                .add(item.number());
    }

    public void change(StoredRow item, Map<String, String> values) {
        String parent = values.getOrDefault("parent_id", item.value("parent_id"));
        if (!parent.equals(item.value("parent_id"))) {
            numbers.get(number(item.value("parent_id"))).remove(item.number());
            numbers.computeIfAbsent(number(parent), key -> new ConcurrentSkipListSet<>())
                    .add(item.number());
        }
        table().change(item.number(), current -> current.with(values));
    }

    /** @return the removed items */
    public List<StoredRow> removeAll(long parent) {
        List<StoredRow> removed = of(parent);
        numbers.remove(parent);
        removed.forEach(item -> table().remove(item.number()));
        return removed;
    }

    /** The part of an id after the x; 0 for an empty id. */
    public static long number(String id) {
        return id.isEmpty() ? 0 : Long.parseLong(id.substring(id.indexOf('x') + 1));
    }

    private boolean isInUse(String tax) {
        return store.table("Tax")
                .live()
                .anyMatch(row -> !row.value("deleted").equals("1") && tax.equals("tax" + row.number()));
    }

    /** Whether the field is the column of a tax that was made after the three of a fresh server, whatever became of it. */
    public boolean ofMadeTax(String field) {
        return store.table("Tax").rows().tailMap(FRESH_TAXES, false).keySet().stream()
                .anyMatch(number -> field.equals("tax" + number));
    }
}
