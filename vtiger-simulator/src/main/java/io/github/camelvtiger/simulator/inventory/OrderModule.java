package io.github.camelvtiger.simulator.inventory;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.Arrays;
import java.util.Optional;

/** The modules with line items, and what each does differently. */
public enum OrderModule {
    QUOTES("Quotes", ""),
    SALES_ORDER("SalesOrder", ""),
    PURCHASE_ORDER("PurchaseOrder", "paid"),
    INVOICE("Invoice", "received");

    private final String module;
    private final String paidField;

    OrderModule(String module, String paidField) {
        this.module = module;
        this.paidField = paidField;
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
