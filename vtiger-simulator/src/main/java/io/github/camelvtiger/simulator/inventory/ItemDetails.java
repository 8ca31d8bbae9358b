package io.github.camelvtiger.simulator.inventory;

import io.github.camelvtiger.simulator.store.ItemTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line item as the server's editing form wants it: every key ends in the place of the item, amounts are texts with
 * the user's decimals ({@code LineItems_FinalDetails}, {@code webservice.md §9}).
 */
final class ItemDetails {

    private final ProductCatalogue catalogue;
    private final TaxRows taxRows;
    private final Encoder encoder;

    ItemDetails(ProductCatalogue catalogue, Encoder encoder) {
        this.catalogue = catalogue;
        this.taxRows = new TaxRows(catalogue);
        this.encoder = encoder;
    }

    /**
     * @param place from 1
     * @param taxType of the header
     */
    Map<String, Object> of(StoredRow header, StoredRow item, int place, String taxType, int decimals) {
        Map<String, Object> details = new LinkedHashMap<>();
        long number = ItemTable.number(item.value("productid"));
        Optional<StoredRow> product = catalogue.sold(number);
        details.put("purchaseCost" + place, amount(item, "purchase_cost", decimals));
        details.put("margin" + place, amount(item, "margin", decimals));
        details.put(
                "productDeleted" + place,
                catalogue.record(number).map(StoredRow::deleted).orElse(true));
        details.put("entityType" + place, catalogue.product(number).isPresent() ? "Products" : "Services");
        if (place > 1) {
            details.put("delRow" + place, "Del");
        }
        putProduct(details, number, product, item, place);
        if (OrderModule.of(header.module()).filter(OrderModule::bringsIntoStock).isEmpty()) {
            String stock = catalogue
                    .product(number)
                    .map(row -> row.value("qtyinstock"))
                    .orElse("NA");
            details.put("qtyInStock" + place, PhpRounding.trimmed(stock));
        }
        double listPrice = PhpNumber.cast(item.value("listprice"));
        double total = PhpNumber.cast(item.value("quantity")) * listPrice;
        details.put("qty" + place, PhpRounding.trimmed(item.value("quantity")));
        details.put("listPrice" + place, PhpRounding.formatted(listPrice, decimals));
        double unitPrice =
                product.map(row -> PhpNumber.cast(row.value("unit_price"))).orElse(0.0);
        details.put("unitPrice" + place, PhpRounding.formatted(unitPrice, decimals));
        details.put("productTotal" + place, PhpRounding.formatted(total, decimals));
        details.put("subproduct_ids" + place, "");
        if (catalogue.product(number).isPresent()) {
            details.put("subprod_qty_list" + place, List.of());
            details.put("subprod_names" + place, "");
        }
        putAmounts(details, item, total, place, decimals);
        putTaxes(details, item, number, place, header, taxType, decimals);
        return details;
    }

    private void putProduct(
            Map<String, Object> details, long number, Optional<StoredRow> product, StoredRow item, int place) {
        details.put("hdnProductId" + place, Long.toString(number));
        details.put(
                "productName" + place,
                product.map(this::name).map(encoder::encode).orElse(null));
        details.put(
                "hdnProductcode" + place,
                product.map(row -> row.value(row.module().name().equals("Products") ? "product_no" : "service_no"))
                        .orElse(null));
        details.put("productDescription" + place, encoder.encode(item.value("description")));
        details.put("comment" + place, encoder.encode(item.value("comment")));
    }

    private String name(StoredRow product) {
        return product.value(product.module().name().equals("Products") ? "productname" : "servicename");
    }

    /** Here a percentage goes before an amount; in the totals it is the other way round. */
    private static void putAmounts(Map<String, Object> details, StoredRow item, double total, int place, int decimals) {
        String percent = PhpRounding.trimmed(item.value("discount_percent"));
        String amount = PhpRounding.trimmed(amount(item, "discount_amount", decimals));
        details.put("discount_percent" + place, 0);
        details.put("discount_amount" + place, 0);
        double discount = 0;
        if (!PhpNumber.isEmpty(percent)) {
            details.put("discount_type" + place, "percentage");
            details.put("discount_percent" + place, percent);
            mark(details, place, "percent", "amount");
            discount = total * PhpNumber.cast(percent) / 100;
        } else if (!PhpNumber.isEmpty(amount)) {
            details.put("discount_type" + place, "amount");
            details.put("discount_amount" + place, amount);
            mark(details, place, "amount", "percent");
            discount = PhpNumber.cast(amount);
        } else {
            details.put("checked_discount_zero" + place, " checked");
        }
        String after = PhpRounding.formatted(total - discount, decimals);
        details.put("discountTotal" + place, PhpRounding.formatted(discount, decimals));
        details.put("totalAfterDiscount" + place, after);
        details.put("taxTotal" + place, PhpRounding.formatted(0, decimals));
        details.put("netPrice" + place, PhpRounding.formatted(PhpNumber.cast(after), decimals));
    }

    private static void mark(Map<String, Object> details, int place, String chosen, String other) {
        details.put("checked_discount_" + chosen + place, " checked");
        details.put("style_discount_" + chosen + place, " style=\"visibility:visible\"");
        details.put("style_discount_" + other + place, " style=\"visibility:hidden\"");
    }

    private void putTaxes(
            Map<String, Object> details,
            StoredRow item,
            long number,
            int place,
            StoredRow header,
            String taxType,
            int decimals) {
        boolean individual = taxType.equals("individual");
        List<Map<String, Object>> taxes = taxRows.ofItem(number, item, individual, header.value("region_id"));
        String after = details.get("totalAfterDiscount" + place).toString();
        double taxTotal = 0;
        if (individual) {
            for (Map<String, Object> tax : taxes) {
                double amount = PhpNumber.cast(after) * PhpNumber.operand(tax.get("percentage")) / 100;
                tax.put("amount", amount);
                taxTotal += amount;
                details.put("taxTotal" + place, PhpRounding.formatted(taxTotal, decimals));
            }
            details.put("netPrice" + place, PhpRounding.formatted(PhpNumber.cast(after) + taxTotal, decimals));
        }
        if (!taxes.isEmpty()) {
            details.put("taxes", new ArrayList<>(taxes));
        }
    }

    private static String amount(StoredRow item, String field, int decimals) {
        return PhpRounding.formatted(PhpNumber.cast(item.value(field)), decimals);
    }
}
