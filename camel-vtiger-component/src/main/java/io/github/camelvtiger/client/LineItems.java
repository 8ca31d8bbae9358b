package io.github.camelvtiger.client;

import java.util.List;
import java.util.Set;

/** Where records have line items ({@code webservice.md §9}). */
public final class LineItems {

    /** The modules whose records have items. */
    public static final Set<String> MODULES = Set.of("Quotes", "SalesOrder", "PurchaseOrder", "Invoice");

    /** The modules whose records can be items. */
    public static final List<String> PRODUCTS = List.of("Products", "Services");

    /** The field of an item that holds the id of its product or service. */
    public static final String PRODUCT = "productid";

    /** The field that holds a record's items. */
    public static final String FIELD = "LineItems";

    /**
     * The release whose API fails at orders: it creates none, and a change of items ends with HTTP 500 after the items were
     * replaced and before the totals were computed ({@code releases.md §2}).
     */
    public static final String FAULTY_RELEASE = "8.3.0";

    private LineItems() {}
}
