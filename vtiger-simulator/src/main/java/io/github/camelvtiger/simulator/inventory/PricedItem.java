package io.github.camelvtiger.simulator.inventory;

import java.util.List;

/**
 * What one line item adds to the totals.
 *
 * @param discountAmount goes before the percentage if it is not 0
 * @param taxes percentages of the taxes that the product has; count only if taxes are individual
 */
record PricedItem(
        double listPrice, double quantity, double discountPercent, double discountAmount, List<Double> taxes) {

    double afterDiscount() {
        double total = listPrice * quantity;
        double discount = 0;
        if (discountAmount != 0) {
            discount = discountAmount;
        } else if (discountPercent != 0) {
            discount = discountPercent / 100 * total;
        }
        return total - discount;
    }
}
