package io.github.camelvtiger.client;

import java.util.Set;

/** Where records have line items ({@code webservice.md §9}). */
public final class LineItems {

    /** The modules whose records have items. */
    public static final Set<String> MODULES = Set.of("Quotes", "SalesOrder", "PurchaseOrder", "Invoice");

    /** The field that holds a record's items. */
    public static final String FIELD = "LineItems";

    private LineItems() {}
}
