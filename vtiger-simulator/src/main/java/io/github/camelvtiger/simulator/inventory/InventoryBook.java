package io.github.camelvtiger.simulator.inventory;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.ItemTable;
import io.github.camelvtiger.simulator.store.KeptLabels;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What belongs to Quotes, SalesOrder, PurchaseOrder and Invoice beside their own row: items and charges. */
public final class InventoryBook {

    /** Fields of the items that the headers have too; a record read by itself leaves them out. */
    private static final Set<String> LOSE_ITEMS = Set.of("Quotes", "SalesOrder");

    public static final Set<String> ITEM_FIELDS = Set.of(
            "productid",
            "quantity",
            "listprice",
            "comment",
            "discount_amount",
            "discount_percent",
            "tax1",
            "tax2",
            "tax3",
            "image",
            "purchase_cost",
            "margin");

    private final ItemTable items;
    private final boolean checksIds;
    private final ProductCatalogue catalogue;
    private final FinalDetails finalDetails;
    private final Encoder encoder;
    private final KeptLabels labels;
    private final Map<Long, ChargeSheet> charges = new ConcurrentHashMap<>();
    private final Set<Long> blankTaxTypes = ConcurrentHashMap.newKeySet();

    public InventoryBook(CrmStore store, Encoder encoder) {
        this.items = store.items();
        this.checksIds = store.metadata().release().checksIds();
        this.catalogue = new ProductCatalogue(store);
        this.finalDetails = new FinalDetails(catalogue, encoder);
        this.encoder = encoder;
        this.labels = store.labels();
    }

    public static boolean holds(ModuleMetadata module) {
        return OrderModule.of(module).isPresent();
    }

    /** Whether old releases delete the items in a save without items ({@code releases.md}, items lost up to 7.3). */
    public static boolean losesItems(ModuleMetadata module) {
        return LOSE_ITEMS.contains(module.name());
    }

    public ItemTable items() {
        return items;
    }

    ProductCatalogue catalogue() {
        return catalogue;
    }

    /** Of a record that was never saved with items: none. */
    public ChargeSheet charges(StoredRow header) {
        return charges.getOrDefault(header.number(), ChargeSheet.NONE);
    }

    public void charge(StoredRow header, ChargeSheet sheet) {
        charges.put(header.number(), sheet);
        blankTaxTypes.remove(header.number());
    }

    /** A save without items writes an empty tax type as it is; one with items writes nothing then, which shows as null. */
    public void blankTaxType(StoredRow header) {
        blankTaxTypes.add(header.number());
    }

    /** {@code LineItems}: the items as they are now, ascending by their numbers. */
    public List<Map<String, Object>> shownItems(StoredRow header) {
        return items.of(header.number()).stream()
                .map(item -> shownItem(header, item))
                .toList();
    }

    /** {@code LineItems_FinalDetails}, with the decimals of the user. */
    public Map<String, Object> finalDetails(StoredRow header, int decimals) {
        boolean blank = blankTaxTypes.contains(header.number());
        return finalDetails.of(header, items.of(header.number()), charges(header), blank ? "" : null, decimals);
    }

    /** Before release 8.3.0 the server means to give the id of the parent and gives the word Array. */
    private Map<String, Object> shownItem(StoredRow header, StoredRow item) {
        Map<String, Object> shown = new LinkedHashMap<>(values(item));
        shown.put("parent_id", checksIds ? header.id() : header.module().idPrefix() + "xArray");
        shown.put("id", item.id());
        long number = ItemTable.number(item.value("productid"));
        StoredRow product = catalogue.record(number).orElse(null);
        shown.put("product_name", product == null ? null : encoder.encode(label(product)));
        shown.put("entity_type", product == null ? null : product.module().name());
        shown.put("deleted", product == null ? null : product.deleted() ? "1" : "0");
        return shown;
    }

    /** The fields of an item in their order, without its id. */
    public Map<String, String> values(StoredRow item) {
        Map<String, String> values = new LinkedHashMap<>();
        item.module().fields().stream()
                .filter(field -> !field.name().equals("id"))
                .filter(field -> field.answered() || items.ofMadeTax(field.name()))
                .forEach(field -> values.put(field.name(), item.value(field.name())));
        values.put("productid", catalogue.shownId(ItemTable.number(item.value("productid"))));
        return values;
    }

    /** The taxes of the item's product by their names, at the product's percentages. */
    public Map<String, String> ownTaxes(StoredRow item) {
        String shown = catalogue.shownId(ItemTable.number(item.value("productid")));
        return catalogue.taxesOf(ItemTable.number(shown));
    }

    private String label(StoredRow row) {
        return labels.of(row)
                .orElseGet(() ->
                        row.module().labelFields().stream().map(row::value).collect(Collectors.joining(" ")));
    }
}
