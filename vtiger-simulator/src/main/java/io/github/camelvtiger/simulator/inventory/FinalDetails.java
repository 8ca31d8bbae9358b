package io.github.camelvtiger.simulator.inventory;

import io.github.camelvtiger.simulator.store.ItemTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The record as the server's editing form wants it, {@code LineItems_FinalDetails}: items by their places, the whole under
 * {@code final_details} of the first place, which is there without an item too ({@code webservice.md §9}).
 */
final class FinalDetails {

    private final ProductCatalogue catalogue;
    private final ItemDetails itemDetails;

    FinalDetails(ProductCatalogue catalogue, Encoder encoder) {
        this.catalogue = catalogue;
        this.itemDetails = new ItemDetails(catalogue, encoder);
    }

    /** @param noTaxType what an empty tax type shows as: nothing, or an empty text */
    Map<String, Object> of(
            StoredRow header, List<StoredRow> items, ChargeSheet charges, String noTaxType, int decimals) {
        String taxType = header.value("hdnTaxType");
        List<StoredRow> ordered = items.stream()
                .sorted((left, right) -> Long.compare(sequence(left), sequence(right)))
                .toList();
        Map<String, Object> places = new LinkedHashMap<>();
        double afterDiscount = 0;
        for (int place = 1; place <= ordered.size(); place++) {
            Map<String, Object> details = itemDetails.of(header, ordered.get(place - 1), place, taxType, decimals);
            afterDiscount +=
                    PhpNumber.cast(details.get("totalAfterDiscount" + place).toString());
            places.put(Integer.toString(place), details);
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> first =
                (Map<String, Object>) places.computeIfAbsent("1", key -> new LinkedHashMap<String, Object>());
        boolean individual = taxType.equals("individual");
        Map<String, Object> whole = whole(header, ordered, charges, decimals, individual ? afterDiscount : 0);
        if (taxType.isEmpty()) {
            whole.put("taxtype", noTaxType);
        }
        first.put("final_details", whole);
        if (individual && ordered.isEmpty()) {
            first.put("netPrice1", PhpRounding.formatted(0, decimals));
        }
        for (int place = 1; place <= ordered.size(); place++) {
            putImage(places.get(Integer.toString(place)), ordered.get(place - 1), place);
        }
        return places;
    }

    /** The first image of a product. */
    @SuppressWarnings("unchecked")
    private void putImage(Object details, StoredRow item, int place) {
        catalogue.image(ItemTable.number(item.value("productid"))).ifPresent(path -> ((Map<String, Object>) details)
                .put("productImage" + place, path));
    }

    private static long sequence(StoredRow item) {
        return ItemTable.number(item.value("sequence_no"));
    }

    private Map<String, Object> whole(
            StoredRow header, List<StoredRow> items, ChargeSheet charges, int decimals, double itemsAfterDiscount) {
        Terms terms = Terms.of(header);
        String subTotal = amount(header, "hdnSubTotal", decimals);
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("taxtype", terms.taxType());
        String discount = putDiscount(whole, terms, subTotal, decimals);
        putTaxes(whole, terms, items, PhpNumber.cast(subTotal) - PhpNumber.cast(discount), decimals);
        String shipping = amount(header, "hdnS_H_Amount", decimals);
        whole.put("shipping_handling_charge", shipping);
        whole.put("sh_taxes", TaxRows.ofCharges(charges, PhpNumber.cast(shipping)));
        whole.put("shtax_totalamount", PhpRounding.formatted(charges.taxTotalShown(), decimals));
        whole.put("adjustment", amount(header, "txtAdjustment", decimals));
        whole.put("grandTotal", amount(header, "hdnGrandTotal", decimals));
        double preTax = itemsAfterDiscount != 0
                ? itemsAfterDiscount
                : PhpNumber.cast(subTotal) + PhpNumber.cast(shipping) - PhpNumber.cast(discount);
        whole.put("preTaxTotal", PhpRounding.formatted(preTax, decimals));
        whole.put(
                "totalAfterDiscount",
                PhpRounding.formatted(PhpNumber.cast(subTotal) - PhpNumber.cast(discount), decimals));
        whole.put("chargesAndItsTaxes", charges.charges());
        whole.put("deductTaxes", List.of());
        whole.put("deductTaxesTotalAmount", PhpRounding.formatted(0, decimals));
        return whole;
    }

    /** @return the discount as shown */
    private static String putDiscount(Map<String, Object> whole, Terms terms, String subTotal, int decimals) {
        whole.put("discount_type_final", "zero");
        whole.put("hdnSubTotal", subTotal);
        whole.put("discount_percentage_final", 0);
        whole.put("discount_amount_final", PhpRounding.formatted(0, decimals));
        double discount = 0;
        if (PhpNumber.cast(terms.discountPercent()) != 0) {
            discount = PhpNumber.cast(subTotal) * PhpNumber.cast(terms.discountPercent()) / 100;
            whole.put("discount_type_final", "percentage");
            whole.put("discount_percentage_final", terms.discountPercent());
            mark(whole, "percentage", "amount");
        } else if (PhpNumber.cast(terms.discountAmount()) != 0) {
            discount = PhpNumber.cast(terms.discountAmount());
            whole.put("discount_type_final", "amount");
            whole.put("discount_amount_final", PhpRounding.formatted(discount, decimals));
            mark(whole, "amount", "percentage");
        }
        String shown = PhpRounding.formatted(discount, decimals);
        whole.put("discountTotal_final", shown);
        return shown;
    }

    private static void mark(Map<String, Object> whole, String chosen, String other) {
        whole.put("checked_discount_" + chosen + "_final", " checked");
        whole.put("style_discount_" + chosen + "_final", " style=\"visibility:visible\"");
        whole.put("style_discount_" + other + "_final", " style=\"visibility:hidden\"");
    }

    private void putTaxes(Map<String, Object> whole, Terms terms, List<StoredRow> items, double base, int decimals) {
        Map<String, Object> taxes = new LinkedHashMap<>();
        double total = 0;
        for (StoredRow tax : catalogue.taxesWith(items)) {
            String percentage = terms.taxType().equals("group")
                    ? items.isEmpty() ? "" : items.get(0).value(tax.value("taxname"))
                    : tax.value("percentage");
            Object amount = taxAmount(base * PhpNumber.cast(percentage) / 100, decimals);
            total += PhpNumber.operand(amount);
            taxes.put(
                    Long.toString(tax.number()),
                    TaxRows.ofWhole(tax, percentage.isEmpty() ? (Object) 0 : percentage, amount));
        }
        whole.put("taxes", taxes);
        whole.put("tax_totalamount", PhpRounding.formatted(total, decimals));
    }

    /** A number if the first digit to be cut is a 5, otherwise a text. */
    private static Object taxAmount(double amount, int decimals) {
        String text = PhpRounding.text(amount);
        int digit = text.indexOf('.') + 1 + decimals;
        boolean half = text.indexOf('.') >= 0 && digit < text.length() && text.charAt(digit) == '5';
        return half ? (Object) PhpRounding.rounded(amount, decimals) : PhpRounding.formatted(amount, decimals);
    }

    private static String amount(StoredRow header, String field, int decimals) {
        return PhpRounding.formatted(PhpNumber.cast(header.value(field)), decimals);
    }
}
