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

    /** What the server computes from the items; a change without items would store what is sent. */
    private static final Set<String> TOTALS = Set.of("hdnSubTotal", "hdnGrandTotal", "pre_tax_total");

    /** What the server answers otherwise than it was sent, although nothing is wrong. */
    private static final Set<String> RECOMPUTED = Set.of("balance", "hdnS_H_Percent", "region_id");

    private LineItems() {}

    /** Whether a field is a total, which only the server may compute. */
    public static boolean isTotal(String module, String field) {
        return TOTALS.contains(field) && MODULES.contains(module);
    }

    /** Whether an answer to a write says nothing about what was sent in a field. */
    public static boolean isRecomputed(String module, String field) {
        return RECOMPUTED.contains(field) && MODULES.contains(module);
    }

    /** What is wrong with a new order without items. */
    public static String missing(String module) {
        return "The line items are missing: a record of " + module + " needs at least one; put it into " + FIELD
                + ", a List of Maps with " + PRODUCT + ", quantity and listprice.";
    }
}
