package io.github.camelvtiger.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The terms of an order that the server resets when they are not sent: the exchange rate at every change, the tax type,
 * the adjustment and the shipping charges at a change of the line items. Seen on a real Vtiger 8.2.0.
 */
final class StoredTerms {

    private static final String RATE = "conversion_rate";
    private static final String SHIPPING = "hdnS_H_Amount";
    private static final List<String> PRICING =
            List.of(OrderDiscount.AMOUNT, OrderDiscount.PERCENT, "hdnTaxType", "txtAdjustment", SHIPPING);

    /** The server alters them when they come back unchanged. */
    private static final List<String> ALTERED = List.of("region_id", "hdnS_H_Percent");

    private static final List<String> WITH_ITEMS = List.of("hdnTaxType", "txtAdjustment", "region_id");

    /** The taxes of a charge; the charge itself has the name before it. */
    private static final String CHARGE_TAX = "_shtax";

    private final Map<String, Object> stored;

    /** @param stored as {@code retrieve} gives it */
    StoredTerms(Map<String, Object> stored) {
        this.stored = stored;
    }

    /**
     * Takes away the amounts without a value: the server itself gives them so, and answers HTTP 500 when they come back
     * ({@code webservice.md §9}).
     */
    static void removeEmptyAmounts(Map<String, Object> sent) {
        Stream.concat(
                        Stream.of(OrderDiscount.AMOUNT, SHIPPING),
                        chargeTaxes(sent).stream().map(StoredTerms::charge))
                .filter(name -> ItemValue.text(sent.get(name)).isEmpty())
                .forEach(sent::remove);
    }

    private static List<String> chargeTaxes(Map<String, Object> record) {
        return record.keySet().stream()
                .filter(name -> name.contains(CHARGE_TAX))
                .toList();
    }

    static void removeUnchanged(Map<String, Object> sent, Map<String, Object> stored) {
        ALTERED.stream()
                .filter(name -> sent.containsKey(name) && ItemValue.same(sent.get(name), stored.get(name)))
                .forEach(sent::remove);
    }

    /** Whether terms are sent that have a part in the totals. */
    static boolean anyIn(Map<String, Object> sent) {
        return PRICING.stream().anyMatch(sent::containsKey)
                || !chargeTaxes(sent).isEmpty();
    }

    /** Whether one of those terms is to change, which moves the totals only if the items are sent. */
    boolean differIn(Map<String, Object> sent) {
        Stream<String> charges = chargeTaxes(stored).stream().flatMap(tax -> Stream.of(tax, charge(tax)));
        return Stream.concat(PRICING.stream(), charges)
                .anyMatch(name -> sent.containsKey(name) && !ItemValue.same(sent.get(name), stored.get(name)));
    }

    /** What is to be sent besides, so that the record keeps its terms. */
    Map<String, Object> missingIn(Map<String, Object> sent, boolean withItems) {
        Map<String, Object> missing = new LinkedHashMap<>();
        keep(RATE, sent, missing);
        if (withItems) {
            WITH_ITEMS.forEach(name -> keep(name, sent, missing));
            keepShipping(sent, missing);
        }
        return missing;
    }

    private void keep(String name, Map<String, Object> sent, Map<String, Object> missing) {
        if (!sent.containsKey(name) && !ItemValue.text(stored.get(name)).isEmpty()) {
            missing.put(name, stored.get(name));
        }
    }

    /** The charges count more than the amount, so they are kept only where nothing of the shipping is sent. */
    private void keepShipping(Map<String, Object> sent, Map<String, Object> missing) {
        List<String> taxes = chargeTaxes(stored);
        boolean isSent = sent.containsKey(SHIPPING)
                || taxes.stream().anyMatch(tax -> sent.containsKey(tax) || sent.containsKey(charge(tax)));
        if (isSent) {
            return;
        }
        keep(SHIPPING, sent, missing);
        if (taxes.stream().anyMatch(tax -> ItemValue.isAmount(stored.get(tax)))) {
            taxes.forEach(tax -> {
                keep(charge(tax), sent, missing);
                keep(tax, sent, missing);
            });
        }
    }

    private static String charge(String tax) {
        return tax.substring(0, tax.indexOf(CHARGE_TAX));
    }
}
