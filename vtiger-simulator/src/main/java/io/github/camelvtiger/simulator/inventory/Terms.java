package io.github.camelvtiger.simulator.inventory;

import io.github.camelvtiger.simulator.store.StoredRow;

/** What the header of an inventory record says about its totals, as stored. */
record Terms(String taxType, String discountAmount, String discountPercent, String shipping, String adjustment) {

    static Terms of(StoredRow header) {
        return new Terms(
                header.value("hdnTaxType"),
                header.value("hdnDiscountAmount"),
                header.value("hdnDiscountPercent"),
                header.value("hdnS_H_Amount"),
                header.value("txtAdjustment"));
    }

    /** Whether each item has its own taxes; in any spelling. */
    boolean individual() {
        return taxType.equalsIgnoreCase("individual");
    }

    /** An amount goes before a percentage. */
    double discountOf(double subTotal) {
        if (PhpNumber.cast(discountAmount) > 0) {
            return PhpNumber.operand(discountAmount);
        }
        return PhpNumber.isEmpty(discountPercent) ? 0 : PhpNumber.operand(discountPercent) / 100 * subTotal;
    }
}
