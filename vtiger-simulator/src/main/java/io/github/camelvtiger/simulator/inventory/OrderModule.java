package io.github.camelvtiger.simulator.inventory;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Arrays;
import java.util.Optional;

/** The modules with line items, and what each does differently. */
public enum OrderModule {
    QUOTES("Quotes", "", "potential_id", "Potentials"),
    SALES_ORDER("SalesOrder", "", "", ""),
    PURCHASE_ORDER("PurchaseOrder", "paid", "vendor_id", "Vendors"),
    INVOICE("Invoice", "received", "salesorder_id", "SalesOrder");

    private final String module;
    private final String paidField;
    private final String constrainedField;
    private final String constrainedTo;

    OrderModule(String module, String paidField, String constrainedField, String constrainedTo) {
        this.module = module;
        this.paidField = paidField;
        this.constrainedField = constrainedField;
        this.constrainedTo = constrainedTo;
    }

    public static Optional<OrderModule> of(ModuleMetadata module) {
        return Arrays.stream(values())
                .filter(order -> order.module.equals(module.name()))
                .findFirst();
    }

    public String module() {
        return module;
    }

    /** The field that says how much of it is paid; {@code ""} if there is no balance. */
    public String paidField() {
        return paidField;
    }

    /**
     * Whether the database refuses to store the record, because the one reference that it checks leads to a record that
     * there never was; deleted ones are still in their tables (seen on 8.2.0).
     */
    public static boolean refused(StoredRow header, CrmStore store) {
        return of(header.module())
                .filter(order -> !order.constrainedField.isEmpty())
                .filter(order -> !order.fulfils(header, store))
                .isPresent();
    }

    private boolean fulfils(StoredRow header, CrmStore store) {
        String number = header.referredNumber(header.module().fieldIndex(constrainedField));
        return number.equals("0") || store.table(constrainedTo).rows().containsKey(Long.parseLong(number));
    }

    /** Whether it can make invoices at intervals. */
    public boolean recurs() {
        return this == SALES_ORDER;
    }

    /** Whether its items leave the stock. */
    boolean takesFromStock() {
        return this == INVOICE;
    }

    /** Whether its items come into stock when they are received; what is there already does not matter. */
    boolean bringsIntoStock() {
        return this == PURCHASE_ORDER;
    }
}
