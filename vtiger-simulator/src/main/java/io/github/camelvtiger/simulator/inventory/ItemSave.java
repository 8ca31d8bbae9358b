package io.github.camelvtiger.simulator.inventory;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the sent line items of a record whose header is saved already, and then its totals. Nothing is undone if it
 * fails halfway ({@code webservice.md §1}).
 */
public final class ItemSave {

    private final CrmStore store;
    private final InventoryBook book;

    public ItemSave(CrmStore store, InventoryBook book) {
        this.store = store;
        this.book = book;
    }

    /**
     * The elements of {@code LineItems}; of an object its values.
     *
     * @param lineItems JSON value; what is neither an array nor an object has no elements
     * @throws NotANumber for a text among them, which the server takes for an array, and for a product that is one
     */
    public static List<Object> elements(Object lineItems) {
        List<Object> elements = new ArrayList<>();
        if (lineItems instanceof Map<?, ?> object) {
            elements.addAll(object.values());
        } else if (lineItems instanceof Collection<?> array) {
            elements.addAll(array);
        }
        for (Object element : elements) {
            if (element instanceof String text) {
                throw new NotANumber(text);
            }
            if (element instanceof Map<?, ?> item
                    && (item.get("productid") instanceof Map || item.get("productid") instanceof Collection)) {
                throw new NotANumber(item.get("productid").toString());
            }
        }
        return elements;
    }

    /**
     * @param header as saved
     * @throws NotANumber at the first item that cannot be used
     */
    public void add(StoredRow header, List<Object> elements) {
        int place = 1;
        for (Object element : elements) {
            SentItem item = SentItem.of(element).orElseThrow(() -> new NotANumber(String.valueOf(element)));
            addOne(header, item, Integer.toString(place++));
        }
    }

    /**
     * One more item, at the place that was sent, or none.
     *
     * @param sent JSON values by field
     * @throws NotANumber if it cannot be used
     */
    public StoredRow addSingle(StoredRow header, Map<String, Object> sent) {
        SentItem item = new SentItem(sent);
        String place = item.text("sequence_no");
        return addOne(header, item, place == null ? "" : place);
    }

    private StoredRow addOne(StoredRow header, SentItem item, String place) {
        String sentPrice = item.number("listprice");
        String price = sentPrice == null ? book.catalogue().price(item.prefixedProduct()) : sentPrice;
        Map<String, String> ownTaxes = ownTaxes(header, item);
        item.check(price, ownTaxes.keySet());
        Map<String, String> values =
                new LinkedHashMap<>(item.stored(book.catalogue().storedTaxes()));
        if (!item.hasOneOf(taxNames())) {
            values.putAll(ownTaxes);
        }
        values.put("listprice", price);
        values.put("sequence_no", place);
        values.put("productid", storedId(item.product()));
        return book.items().add(header.id(), values);
    }

    /** Without a prefix if nothing that is sold has the number. */
    private String storedId(long product) {
        return product == 0
                ? ""
                : book.catalogue().sold(product).map(StoredRow::id).orElse("0x" + product);
    }

    /** An item that is sent without any tax gets those of its product, if taxes are individual. */
    private Map<String, String> ownTaxes(StoredRow header, SentItem item) {
        return Terms.of(header).individual() ? book.catalogue().taxesOf(item.prefixedProduct()) : Map.of();
    }

    private List<String> taxNames() {
        return book.catalogue().taxes().stream()
                .map(tax -> tax.value("taxname"))
                .toList();
    }

    /**
     * Computes the totals from the stored items and the taxes of the first sent one, and stores them.
     *
     * @throws NotANumber for a tax that is none
     */
    public Totals total(StoredRow header, List<Object> elements) {
        Terms terms = Terms.of(header);
        Totals totals = Totals.of(terms, items(header), groupTaxes(terms, elements), book.charges(header));
        Map<String, String> stored = new HashMap<>();
        put(stored, header.module(), "hdnSubTotal", totals.subTotal());
        put(stored, header.module(), "hdnGrandTotal", totals.grandTotal());
        put(stored, header.module(), "pre_tax_total", totals.preTaxTotal());
        store.table(header.module().name()).change(header.number(), row -> row.with(stored));
        return totals;
    }

    private List<PricedItem> items(StoredRow header) {
        return book.items().of(header.number()).stream()
                .map(item -> new PricedItem(
                        PhpNumber.cast(item.value("listprice")),
                        PhpNumber.cast(item.value("quantity")),
                        PhpNumber.cast(item.value("discount_percent")),
                        PhpNumber.cast(item.value("discount_amount")),
                        ownTaxes(item)))
                .toList();
    }

    private List<Double> ownTaxes(StoredRow item) {
        return book.ownTaxes(item).keySet().stream()
                .map(name -> PhpNumber.cast(item.value(name)))
                .toList();
    }

    private List<String> groupTaxes(Terms terms, List<Object> elements) {
        if (terms.individual() || elements.isEmpty()) {
            return List.of();
        }
        return SentItem.of(elements.get(0))
                .map(first -> taxNames().stream()
                        .filter(name -> first.values().get(name) != null)
                        .map(first::number)
                        .toList())
                .orElse(List.of());
    }

    /** On the way into the database a number has 14 digits. */
    static void put(Map<String, String> stored, ModuleMetadata module, String field, double value) {
        module.field(field)
                .ifPresent(found -> stored.put(field, ColumnText.of(found.column(), PhpRounding.text(value))));
    }
}
