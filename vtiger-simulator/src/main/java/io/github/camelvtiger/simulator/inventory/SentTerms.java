package io.github.camelvtiger.simulator.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a save with line items makes of the sent header: it writes discount, charges, adjustment and tax type itself, as
 * they were sent, not rounded to the user's decimals as other amounts are, and resets what was not sent
 * ({@code webservice.md §9}).
 */
public final class SentTerms {

    private static final String AMOUNT = "hdnDiscountAmount";
    private static final String PERCENT = "hdnDiscountPercent";
    private static final String SHIPPING = "hdnS_H_Amount";
    private static final String SHIPPING_PERCENT = "hdnS_H_Percent";
    private static final String ADJUSTMENT = "txtAdjustment";

    private final Map<String, Object> sent;
    private final List<String> shippingTaxes = TaxRows.chargeTaxNumbers();
    private final ChargeSheet.Builder charges = new ChargeSheet.Builder();
    private final Map<String, Object> added = new LinkedHashMap<>();
    private Object shippingPercent = "";

    /**
     * @param sent JSON values by field
     * @throws NotANumber for an amount that is none; nothing is written then
     */
    public SentTerms(Map<String, Object> sent) {
        this.sent = sent;
        if (PhpNumber.isEmpty(text(sent.get("conversion_rate")))) {
            added.put("conversion_rate", 1);
        }
        String discount = text(sent.get(AMOUNT));
        if (!PhpNumber.isEmpty(discount) && !PhpNumber.isNumeric(discount)) {
            throw new NotANumber(discount);
        }
        adjustment();
        if (!readCharge()) {
            readShipping();
        }
    }

    /** The fields that the server adds to the sent ones, or replaces, before it continues. */
    public Map<String, Object> added() {
        return added;
    }

    public ChargeSheet charges() {
        return charges.build();
    }

    /** What is written over the header once its other fields are saved; texts still to be fitted into the columns. */
    public Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("hdnSubTotal", orEmpty(sent.get("hdnSubTotal")));
        written.put("pre_tax_total", "");
        written.put("hdnTaxType", orEmpty(sent.get("hdnTaxType")));
        if (PhpNumber.cast(text(sent.get(AMOUNT))) != 0) {
            written.put(AMOUNT, text(sent.get(AMOUNT)));
            written.put(PERCENT, null);
        } else if (PhpNumber.cast(text(sent.get(PERCENT))) != 0) {
            written.put(PERCENT, text(sent.get(PERCENT)));
            written.put(AMOUNT, null);
        }
        Object shipping = added.getOrDefault(SHIPPING, sent.get(SHIPPING));
        written.put(SHIPPING, shipping == null ? "" : text(shipping));
        written.put(ADJUSTMENT, adjustment());
        written.put("hdnGrandTotal", orEmpty(sent.get("hdnGrandTotal")));
        if (sent.get("region_id") != null) {
            written.put("region_id", text(sent.get("region_id")));
        }
        written.put(SHIPPING_PERCENT, text(shippingPercent));
        return written;
    }

    private String adjustment() {
        String adjustment = text(sent.get(ADJUSTMENT));
        return PhpNumber.cast(adjustment) == 0 ? "" : PhpRounding.text(PhpNumber.operand(adjustment));
    }

    /** The charge under its own name, an amount or a percentage of the sent subtotal; false if there is none. */
    private boolean readCharge() {
        double discounted = discountedSubTotal();
        double total = 0;
        if (sent.containsKey(ChargeSheet.FIELD)) {
            String charge = text(sent.get(ChargeSheet.FIELD));
            Object value = charge == null ? "" : charge.replace("%", "");
            if (charge != null && charge.indexOf('%') >= 0) {
                charges.percent(value);
                value = discounted * PhpNumber.cast((String) value) / 100;
            }
            total = PhpNumber.operand(value);
            charges.value(value);
        }
        for (String tax : shippingTaxes) {
            String field = ChargeSheet.FIELD + "_shtax" + tax;
            if (sent.containsKey(field)) {
                charges.tax("1", tax, sent.get(field));
            }
        }
        if (total != 0) {
            added.put(SHIPPING, total);
            shippingPercent = total;
        }
        return total != 0;
    }

    private double discountedSubTotal() {
        double subTotal = PhpNumber.cast(text(sent.get("hdnSubTotal")));
        String percent = text(sent.get(PERCENT));
        return subTotal
                - (PhpNumber.isEmpty(percent)
                        ? PhpNumber.operand(sent.get(AMOUNT))
                        : subTotal * PhpNumber.cast(percent) / 100);
    }

    /** The older way to send a charge. A percentage comes out as a share of the amount, and under a charge without a number. */
    private void readShipping() {
        Object amount = sent.get(SHIPPING);
        Object percent = sent.get(SHIPPING_PERCENT);
        charges.value(amount);
        for (String tax : shippingTaxes) {
            charges.removeTax(tax);
            if (isNotZero(percent) && isNotZero(amount)) {
                double share = PhpNumber.operand(percent) / PhpNumber.operand(amount) * 100;
                charges.tax("1", tax, percent);
                charges.tax("", tax, share);
                shippingPercent = share;
                added.put(SHIPPING_PERCENT, share);
                return;
            }
            Object old = sent.get("shtax" + tax + "_sh_percent");
            charges.tax("1", tax, old == null ? 0 : old);
        }
    }

    private static boolean isNotZero(Object value) {
        return value != null
                && (!(value instanceof String text)
                        || text.isEmpty()
                        || PhpNumber.cast(text) != 0
                        || !text.matches("\\s*[+-]?[\\d.]+.*"));
    }

    private static String orEmpty(Object value) {
        String text = text(value);
        return PhpNumber.isEmpty(text) ? "" : text;
    }

    static String text(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Boolean truth) {
            return truth ? "1" : "";
        }
        return value instanceof Double number ? PhpRounding.text(number) : value.toString();
    }
}
