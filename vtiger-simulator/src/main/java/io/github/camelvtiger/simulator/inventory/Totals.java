package io.github.camelvtiger.simulator.inventory;

import java.util.List;

/** The totals of an inventory record, unrounded, as the server computes them ({@code webservice.md §9}). */
public record Totals(double subTotal, double preTaxTotal, double grandTotal) {

    /**
     * @param groupTaxes percentages of the taxes on the whole; used unless taxes are individual
     * @throws NotANumber for a tax that is none
     */
    static Totals of(Terms terms, List<PricedItem> items, List<String> groupTaxes, ChargeSheet charges) {
        double subTotal = 0;
        double withoutTaxes = 0;
        for (PricedItem item : items) {
            double amount = item.afterDiscount();
            subTotal += amount;
            withoutTaxes += amount;
            if (terms.individual()) {
                for (double percentage : item.taxes()) {
                    subTotal += amount * percentage / 100;
                }
            }
        }
        double discount = terms.discountOf(subTotal);
        double shipping = PhpNumber.operand(terms.shipping());
        double total = subTotal - discount + shipping;
        // The one spelling that counts here; with another one the total before taxes has the taxes in it.
        double preTaxTotal = terms.taxType().equals("individual") ? withoutTaxes - discount + shipping : total;
        double taxes = 0;
        if (!terms.individual()) {
            for (String percentage : groupTaxes) {
                taxes += (subTotal - discount) * PhpNumber.operand(percentage) / 100;
            }
        }
        for (double chargeTax : charges.taxAmounts()) {
            taxes += chargeTax;
        }
        return new Totals(subTotal, preTaxTotal, total + taxes + PhpNumber.operand(terms.adjustment()));
    }
}
